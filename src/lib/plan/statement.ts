import { createHash } from 'node:crypto';
import { codeFrom } from './check-code.ts';
import type { Plan } from './plan.ts';

/** What a card said: the words of the source's language, and each figure as it was shown. */
export interface Statement {
	title: string;
	body: string;
	/** Figure id → 1500列以上. */
	figures: Record<string, string>;
}

/** `undefined` for an id that no card has. */
export function statementOf(plan: Plan, id: string): Statement | undefined {
	const card = plan.cards.find((card) => card.id === id);
	if (!card) return undefined;
	const shown = plan.figures.filter((figure) => card.figures.includes(figure.id));
	return {
		title: card.title.zh,
		body: card.body.zh,
		figures: Object.fromEntries(
			shown.map(({ id, shown, period }): [string, string] => [id, `${period} ${shown.zh}`]).sort(byName)
		)
	};
}

/**
 * The check code of a card as it now stands, the same in both languages: it is made from what the card says, so that a
 * picture keeps its code for as long as the card keeps its word.
 */
export function checkCodeOf(plan: Plan, id: string): string | undefined {
	const statement = statementOf(plan, id);
	return statement && codeOfStatement(plan.id, id, statement);
}

export function codeOfStatement(plan: string, card: string, { title, body, figures }: Statement): string {
	const said = JSON.stringify([plan, card, title, body, Object.entries(figures).sort(byName)]);
	return codeFrom(createHash('sha256').update(said, 'utf8').digest('hex'));
}

/** By code units: the same on every machine. */
const byName = ([one]: [string, string], [other]: [string, string]) => (one < other ? -1 : one > other ? 1 : 0);
