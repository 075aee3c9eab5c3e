import { expect, test } from 'vitest';
import { corrections } from '../../../src/lib/plan/corrections.ts';
import { newEdition } from '../../../src/lib/plan/edition.ts';
import { loadPlan } from '../../../src/lib/plan/load.ts';
import type { Plan, Update } from '../../../src/lib/plan/plan.ts';
import { testFolder } from './folder.ts';

const { plan } = loadPlan(testFolder());
const first = newEdition(plan, []);
const card = plan.cards.find(({ figures }) => figures.length > 0);
const id = card?.id ?? '';
const figure = card?.figures[0] ?? '';
const said = first.cards[id]?.figures[figure] ?? '';
const period = plan.figures.find((known) => known.id === figure)?.period ?? '';

/** The plan on a later day, with another number on the card, and an update that tells so, or none. */
function later(from: Plan, date: string, number: string, kind?: Update['kind']): Plan {
	const copy = structuredClone(from);
	const [sample] = copy.updates;
	if (!sample) throw new Error('The test plan has no update.');
	const update = { ...sample, kind: kind ?? 'text', id: `on-${date}`, date, cards: kind ? [id] : [] };
	copy.updates = [update, ...copy.updates];
	for (const one of copy.figures) if (one.id === figure) one.shown = { zh: number, en: number };
	return copy;
}

test('a plan in which nothing was wrong has none', () => {
	expect(corrections(plan, [first])).toEqual([]);
	expect(corrections(plan, [])).toEqual([]);
});

test('a correction says what was said, what is right, since when, and why', () => {
	const now = later(plan, '2033-01-01', '7家', 'correction');
	expect(corrections(now, [first])).toEqual([
		{
			date: '2033-01-01',
			update: now.updates[0],
			cards: [id],
			changes: [{ figure, said, now: `${period} 7家` }]
		}
	]);
});

test('a newer number is no correction', () => {
	expect(corrections(later(plan, '2033-01-01', '7家', 'number'), [first])).toEqual([]);
});

test('a number that changed without a word is listed all the same, without a reason', () => {
	const now = later(plan, '2033-01-01', '7家');
	const found = corrections(now, [first]).filter(({ cards }) => cards.includes(id));
	expect(found).toEqual([{ date: '2033-01-01', cards: [id], changes: [{ figure, said, now: `${period} 7家` }] }]);
});

test('each correction keeps what it put right when another one follows, the newest first', () => {
	const second = later(plan, '2033-01-01', '7家', 'correction');
	const editions = [first, newEdition(second, [first])];
	const third = later(second, '2034-01-01', '8家', 'correction');
	expect(corrections(third, editions).map(({ date, changes }) => [date, changes[0]?.said, changes[0]?.now])).toEqual([
		['2034-01-01', `${period} 7家`, `${period} 8家`],
		['2033-01-01', said, `${period} 7家`]
	]);
});
