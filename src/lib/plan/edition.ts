import type { Edition } from './content/schema.ts';
import type { Plan } from './plan.ts';
import { checkCodeOf, statementOf } from './statement.ts';

/** What an edition published now has to write down: the cards that say what no edition has said yet. */
export function newEdition(plan: Plan, editions: readonly Edition[]): Edition {
	const known = new Set(editions.flatMap(({ cards }) => Object.values(cards).map(({ code }) => code)));
	const cards = plan.cards.flatMap(({ id }): [string, Edition['cards'][string]][] => {
		const [code, statement] = [checkCodeOf(plan, id), statementOf(plan, id)];
		return code === undefined || !statement || known.has(code) ? [] : [[id, { code, ...statement }]];
	});
	return { date: editionNow(plan), cards: Object.fromEntries(cards) };
}

/** The day of the edition since which a card says what it says; ISO. */
export function editionOf(plan: Plan, editions: readonly Edition[], card: string): string {
	const code = checkCodeOf(plan, card);
	return editions.find(({ cards }) => cards[card]?.code === code)?.date ?? editionNow(plan);
}

const editionNow = (plan: Plan) => plan.updates[0]?.date ?? plan.published;
