import type { Card } from '$lib/plan/plan';
import { plan } from './plan';

const cardsOf = (ids: readonly string[]) => ids.flatMap((id) => plan.cards.find((card) => card.id === id) ?? []);
const hasFigures = (cards: readonly Card[]) => cards.some(({ figures }) => figures.length > 0);

/** What tables of figures there are, by name: all of it, a topic's, a card's. Where there is no number there is no table. */
export const tables: ReadonlyMap<string, readonly Card[]> = new Map(
	[
		{ name: 'all', cards: plan.cards },
		...plan.topics.map(({ id, cards }) => ({ name: `topic-${id}`, cards: cardsOf(cards) })),
		...plan.cards.map((card) => ({ name: card.id, cards: [card] }))
	]
		.filter(({ cards }) => hasFigures(cards))
		.map(({ name, cards }) => [name, cards])
);
