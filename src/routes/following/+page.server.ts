import { getLocale } from '$lib/paraglide/runtime';
import { lookup, plan } from '$lib/server/plan';
import type { ShownFigure } from '$lib/following/since';

export function load() {
	const locale = getLocale();
	const updates = plan.updates.map(({ id, date, kind, topics, cards, title, body, citation }) => {
		const card = plan.cards.find((known) => known.id === cards[0]);
		return {
			id,
			date,
			kind,
			topics,
			cards,
			title: title[locale],
			body: body[locale],
			source: citation,
			card: card ? { id: card.id, topic: card.topic } : undefined
		};
	});
	const figures = plan.figures.flatMap(({ id, indicator, shown }): ShownFigure[] => {
		const card = plan.cards.find((known) => known.figures.includes(id));
		if (!card || !lookup.figure(id)) return [];
		const topics = [card.topic, ...(card.also ?? [])];
		return [{ id, indicator: indicator[locale], shown, card: card.id, topic: card.topic, topics }];
	});
	return { updates, figures };
}
