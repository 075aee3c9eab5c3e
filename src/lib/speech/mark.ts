import type { Line } from './lines';

const name = 'aloud';

/**
 * Marks what is being said, without touching the text: a highlight over its range, or an attribute on its block where the
 * browser has no highlights, or nothing could be seen of one.
 */
export function mark(line: Line | undefined): void {
	for (const marked of document.querySelectorAll(`[data-${name}-now]`)) marked.removeAttribute(`data-${name}-now`);
	const highlights = 'highlights' in CSS ? CSS.highlights : undefined;
	highlights?.delete(name);
	if (!line) return;
	const unseen = line.block.matches('.visually-hidden');
	if (highlights && !unseen) highlights.set(name, new Highlight(line.range));
	else (line.block.closest('figure') ?? line.block).setAttribute(`data-${name}-now`, '');
}

/** Brings the sentence to where a reader sees it, clear of what stands at the window's edges. */
export function show({ range, block }: Line): void {
	const seen = block.matches('.visually-hidden') ? block.closest('figure') : range;
	const { top, bottom, height } = (seen ?? block).getBoundingClientRect();
	const room = innerHeight - Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockEnd);
	if (height === 0 || (top >= 8 && bottom <= room)) return;
	const still = matchMedia('(prefers-reduced-motion: reduce)').matches || 'motion' in document.documentElement.dataset;
	const elder = 'elder' in document.documentElement.dataset;
	scrollBy({ top: top - Math.min(room / 4, 160), behavior: still || elder ? 'instant' : 'smooth' });
}
