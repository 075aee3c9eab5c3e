import { describe, expect, test } from 'vitest';
import { readCode } from '../../../src/lib/plan/check-code.ts';
import { loadPlan } from '../../../src/lib/plan/load.ts';
import type { Plan } from '../../../src/lib/plan/plan.ts';
import { checkCodeOf, statementOf } from '../../../src/lib/plan/statement.ts';
import { testFolder } from './folder.ts';

const { plan } = loadPlan(testFolder());
const [card] = plan.cards;
const id = card?.id ?? '';

/** The plan with one of the card's figures saying something else. */
function changed(change: (plan: Plan) => void): Plan {
	const copy = structuredClone(plan);
	change(copy);
	return copy;
}

describe('a card’s check code', () => {
	test('is well formed, and no two cards have the same', () => {
		const codes = plan.cards.map(({ id }) => checkCodeOf(plan, id) ?? '');
		expect(codes.map((code) => readCode(code))).toEqual(codes.map((code) => ({ kind: 'code', code })));
		expect(new Set(codes).size).toBe(plan.cards.length);
	});

	test('stays while only other cards, order or the translation change', () => {
		const other = changed((plan) => {
			plan.figures.reverse();
			plan.cards.reverse();
			for (const card of plan.cards) card.title = { zh: card.title.zh, en: 'Other words' };
			for (const other of plan.cards) if (other.id !== id) other.body = { zh: '别的', en: 'Other' };
		});
		expect(checkCodeOf(other, id)).toBe(checkCodeOf(plan, id));
	});

	test.each<[string, (plan: Plan) => void]>([
		['a number', (plan) => plan.figures.forEach((figure) => (figure.shown = { zh: '1家', en: '1' }))],
		['a year', (plan) => plan.figures.forEach((figure) => (figure.period = '1999'))],
		['the text', (plan) => plan.cards.forEach((card) => (card.body = { zh: '别的', en: 'Other' }))],
		['the title', (plan) => plan.cards.forEach((card) => (card.title = { zh: '别的', en: 'Other' }))],
		['the plan', (plan) => (plan.id = 'other-2031')]
	])('changes with %s', (_, change) => {
		expect(checkCodeOf(changed(change), id)).not.toBe(checkCodeOf(plan, id));
	});

	test('is made from the figures as they are shown', () => {
		const figures = Object.entries(statementOf(plan, id)?.figures ?? {});
		expect(figures.length).toBeGreaterThan(0);
		for (const [id, said] of figures) {
			const figure = plan.figures.find((figure) => figure.id === id);
			expect(said).toBe(`${figure?.period ?? ''} ${figure?.shown.zh ?? ''}`);
		}
	});

	test('is not there for what is no card', () => {
		expect(checkCodeOf(plan, 'no-such-card')).toBeUndefined();
	});
});
