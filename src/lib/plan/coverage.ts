import type { Plan } from './plan.ts';

/** How much of the plan the cards carry; shown by `npm run plan -- check` and on /about, from the same count. */
export interface Coverage {
	sentences: number;
	onCards: number;
	leftOff: number;
	cards: number;
	figures: number;
	/** Figures of each kind. */
	kinds: Record<string, number>;
	/** Figures with neither evidence nor a formula: the build fails unless this is 0. */
	withoutEvidence: number;
}

export function coverage({ sentences, cards, figures }: Plan): Coverage {
	const kinds: Record<string, number> = {};
	for (const { kind } of figures) kinds[kind] = (kinds[kind] ?? 0) + 1;
	return {
		sentences: sentences.length,
		onCards: sentences.filter((sentence) => sentence.cards.length > 0).length,
		leftOff: sentences.filter((sentence) => sentence.omitted).length,
		cards: cards.length,
		figures: figures.length,
		kinds,
		withoutEvidence: figures.filter(({ evidence, formula }) => !evidence && formula === undefined).length
	};
}
