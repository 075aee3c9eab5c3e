/**
 * Which slide a scroller stands on: the one whose start is nearest. Pure, so that rounding, gaps and right-to-left
 * (where `scrollLeft` runs negative) are tested without a browser.
 * @param starts each slide's distance from the track's start, px, ascending
 * @param scrolled how far the track is scrolled from its start, px, either sign
 */
export function nearest(starts: readonly number[], scrolled: number): number {
	const distance = Math.abs(scrolled);
	let best = 0;
	for (const [index, start] of starts.entries()) {
		if (Math.abs(start - distance) < Math.abs((starts[best] ?? 0) - distance)) best = index;
	}
	return best;
}
