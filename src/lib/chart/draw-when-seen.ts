import type { Attachment } from 'svelte/attachments';
import type { ChartType } from '$lib/plan/plan';
import type { Row } from './rows';

export interface Drawing {
	type: ChartType;
	rows: Row[];
}

/**
 * Loads Chart.js and draws once the place is about to be seen. Until then, and when the code can't be had (offline on a
 * first visit), the sentence and the table stand for it.
 */
export function drawWhenSeen(drawing: () => Drawing, failed: () => void): Attachment<HTMLElement> {
	return (place) => {
		const { type, rows } = drawing();
		let stop = () => {};
		let gone = false;
		const observer = new IntersectionObserver(
			(entries) => {
				if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
				observer.disconnect();
				import('./draw').then(
					({ draw }) => {
						if (!gone) stop = draw(place, type, rows);
					},
					() => failed()
				);
			},
			// A card's width ahead, so that the chart is there when its card is.
			{ rootMargin: '200px 400px' }
		);
		observer.observe(place);
		return () => {
			gone = true;
			observer.disconnect();
			stop();
		};
	};
}
