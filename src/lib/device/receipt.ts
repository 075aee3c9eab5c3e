import type { Locale } from '../plan/locale.ts';

/** What is on the phone in one language, counted in the caches themselves; the worker makes it, the settings show it. */
export interface Receipt {
	locale: Locale;
	/** Release of the pages, as the build names it. */
	version: string;
	pages: PageState;
	assets: AssetState;
}

export interface PageState {
	total: number;
	cached: number;
	cards: number;
	cardsCached: number;
	bytes: number;
	/** When the language was fetched, ISO. */
	filled?: string;
}

export interface AssetState {
	total: number;
	cached: number;
	bytes: number;
}
