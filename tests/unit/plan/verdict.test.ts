import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeFrom } from '../../../src/lib/plan/check-code.ts';
import { editionOf, newEdition } from '../../../src/lib/plan/edition.ts';
import { loadPlan } from '../../../src/lib/plan/load.ts';
import type { Plan, Update } from '../../../src/lib/plan/plan.ts';
import { checkCodeOf } from '../../../src/lib/plan/statement.ts';
import { verdictOn } from '../../../src/lib/plan/verdict.ts';
import { append, expectProblem, testFolder } from './folder.ts';

const { plan } = loadPlan(testFolder());
const first = newEdition(plan, []);
const card = plan.cards.find(({ figures }) => figures.length > 0);
const id = card?.id ?? '';
const figure = card?.figures[0] ?? '';
const code = checkCodeOf(plan, id) ?? '';
const day = '2033-01-01';

/** The plan of a later edition. */
function later(change: (plan: Plan) => void, ...kinds: Update['kind'][]): Plan {
	const copy = structuredClone(plan);
	const [sample] = copy.updates;
	if (sample)
		copy.updates = [
			...kinds.map((kind) => ({ ...sample, kind, id: `later-${kind}`, date: day, cards: [id] })),
			...copy.updates
		];
	change(copy);
	return copy;
}

const otherNumber = (plan: Plan) => {
	for (const one of plan.figures) if (one.id === figure) one.shown = { zh: '7家', en: '7' };
};
const otherWords = (plan: Plan) => {
	for (const one of plan.cards) one.body = { zh: '换了说法', en: 'Other words' };
};

describe('the code on a picture', () => {
	test('of the current edition is right, however it was typed', () => {
		expect(verdictOn(plan, [first], code.toLowerCase())).toEqual({ kind: 'current', card: id });
		expect(verdictOn(plan, [], code)).toEqual({ kind: 'current', card: id });
	});

	test.each<[string, Plan, string]>([
		['a number that a correction changed', later(otherNumber, 'correction'), 'corrected'],
		['a number that changed without a word', later(otherNumber), 'corrected'],
		['a number that a newer one followed', later(otherNumber, 'number'), 'outdated'],
		['a card of which something new is known', later(otherWords, 'status'), 'outdated'],
		['a card whose words alone changed', later(otherWords), 'reworded']
	])('of %s', (_, now, kind) => {
		const verdict = verdictOn(now, [first], code);
		expect(verdict).toMatchObject({ kind, card: id, edition: first.date });
		const changes = 'changes' in verdict ? verdict.changes : [];
		expect(changes.map(({ figure }) => figure)).toEqual(
			now.figures.some(({ shown }) => shown.zh === '7家') ? [figure] : []
		);
	});

	test('that nobody gave out is told from one that is damaged', () => {
		expect(verdictOn(plan, [first], codeFrom('0123456789abcdef'))).toEqual({ kind: 'unknown' });
		expect(verdictOn(plan, [first], `${code.slice(0, 6)}!`)).toEqual({ kind: 'damaged' });
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) =>
				['damaged', 'unknown', 'current'].includes(verdictOn(plan, [first], text).kind)
			)
		);
	});
});

describe('an edition', () => {
	test('holds every card once: the next one only what changed', () => {
		expect(Object.keys(first.cards)).toHaveLength(plan.cards.length);
		expect(newEdition(plan, [first]).cards).toEqual({});
		expect(Object.keys(newEdition(later(otherNumber, 'number'), [first]).cards)).toContain(id);
	});

	test('gives a card its day until the card changes', () => {
		const now = later(otherNumber, 'number');
		expect(editionOf(plan, [first], id)).toBe(first.date);
		expect(editionOf(now, [first], id)).toBe(day);
	});

	test('is not altered by hand', () => {
		expectProblem(
			[
				append(
					'editions.yaml',
					'- date: 2032-04-25\n  cards:\n    cup: { code: AAAAAAA, title: 甲, body: 乙, figures: {} }\n'
				)
			],
			{
				file: 'editions.yaml',
				at: 'cup:',
				what: /altered/,
				mend: /restore/
			}
		);
	});
});
