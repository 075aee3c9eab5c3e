import type { CardView } from '$lib/plan/view';

/** A card's title where it is only text: in the window's title, in announcements. */
export function plainTitle({ title }: Pick<CardView, 'title'>): string {
	return title
		.map(({ text }) => text)
		.join('')
		.replaceAll('|', '');
}
