import type { Locale } from '$lib/plan/locale';

/**
 * How a reader wants every page to look. `src/early.js` keeps it in this browser's storage and applies it to `<html>`
 * before the first paint: as `data-` attributes of these names, and the text size as the root's font size.
 */
export interface Display {
	theme?: 'light' | 'dark';
	contrast?: 'more';
	motion?: 'none';
	/** Cards under each other instead of side by side. */
	list?: true;
	/** 长辈版. */
	elder?: true;
	/** Percent; 100 when absent. */
	text?: number;
	/** The language chosen, in which the installed app starts; what a browser speaks is only ever offered. */
	language?: Locale;
}

export const displayKey = 'kandong:display';

/** Takes effect at once, in this tab and all others. `undefined` goes back to what the system asks for. */
export function setDisplay(part: { [Name in keyof Display]?: Display[Name] | undefined }): void {
	dispatchEvent(new CustomEvent(displayKey, { detail: part }));
}

/** As if nothing had ever been chosen. */
export function clearDisplay(): void {
	const parts = ['theme', 'contrast', 'motion', 'list', 'elder', 'text', 'language', 'unsaved'];
	setDisplay(Object.fromEntries(parts.map((part) => [part, undefined])));
}

/** What `<html>` says now. */
export function shownDisplay(): DOMStringMap {
	return document.documentElement.dataset;
}
