/** A page's chart: the only module of the page that loads Chart.js. */
import type { ChartType } from '$lib/plan/plan';
import { chartOn } from './chart.ts';
import { readColours } from './colours.ts';
import type { Row } from './rows.ts';

/** Draws into the place's canvas, again whenever the theme or the width changes; returns the way to stop. */
export function draw(place: HTMLElement, type: ChartType, rows: Row[]): () => void {
	const canvas = place.querySelector('canvas');
	if (!canvas) return () => {};
	let chart: ReturnType<typeof chartOn> | undefined;
	const redraw = () => {
		chart?.destroy();
		const tile = () => document.createElement('canvas');
		const rightToLeft = document.documentElement.dir === 'rtl';
		chart = chartOn({ canvas, colours: readColours(place), tile, rightToLeft }, type, rows);
	};
	redraw();
	place.dataset.drawn = type;

	const watches = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)', 'print'];
	const queries = watches.map((query) => matchMedia(query));
	for (const query of queries) query.addEventListener('change', redraw);
	const theme = new MutationObserver(redraw);
	theme.observe(document.documentElement, {
		attributes: true,
		attributeFilter: ['data-theme', 'data-contrast', 'data-text', 'class']
	});
	return () => {
		for (const query of queries) query.removeEventListener('change', redraw);
		theme.disconnect();
		chart?.destroy();
		delete place.dataset.drawn;
	};
}
