/** A card on another site's page: where it lies, and what the other site writes to show it. Pure. */
import { withLocale, type Locale } from '../plan/locale.ts';

/** Never wider than this: lines that are longer are hard to read. CSS pixels. */
export const widest = 480;

/** From the site's root: `/embed/freight-trains`, `/en/embed/freight-trains`. */
export function embedPath(card: string, locale: Locale): string {
	return withLocale(`/embed/${card}`, locale);
}

export interface Frame {
	/** Absolute. */
	src: string;
	title: string;
	/** CSS pixels; as wide as there is room when absent. */
	width?: number;
	height: number;
}

/** The HTML for another site: one element, no script, nothing loaded before the reader comes near it. */
export function embedCode({ src, title, width, height }: Frame): string {
	const style = `border:1px solid #8888;border-radius:12px;max-width:${widest}px`;
	const size = `width="${width ?? '100%'}" height="${height}"`;
	return `<iframe src="${escaped(src)}" title="${escaped(title)}" ${size} style="${style}" loading="lazy"></iframe>`;
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
