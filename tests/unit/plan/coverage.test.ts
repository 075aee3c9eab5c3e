import { describe, expect, test } from 'vitest';
import { coverage } from '../../../src/lib/plan/coverage.ts';
import { loadPlan } from '../../../src/lib/plan/load.ts';
import { append, expectProblem, replace, testFolder } from './folder.ts';

const leftOff = 'omitted.yaml';

describe('a sentence of the text', () => {
	test('is on a card or left off with a reason', () => {
		expectProblem(
			[
				replace('cards/shops.yaml', '[s008, s012]', '[s012]'),
				replace('cards/shops.yaml', 'Pushed ahead with “{8+N}”', 'Done'),
				replace('cards/shops.yaml', '推进“{8+N}”样例培育', '推进样例培育')
			],
			{
				file: 'outline.yaml',
				at: 's008',
				what: /s008 is on no card: 推进“8\+N”样例培育。/,
				mend: /omitted\.yaml with a reason/
			}
		);
	});

	test('is not both', () => {
		expectProblem([append(leftOff, '- sentence: s001\n  reason: { zh: 样例, en: Sample }\n')], {
			file: leftOff,
			at: 's001',
			what: /s001 is on a card too/,
			mend: /off this list/
		});
	});

	test('is left off once', () => {
		expectProblem([append(leftOff, '- sentence: s013\n  reason: { zh: 样例, en: Again }\n')], {
			file: leftOff,
			at: ['- sentence: s013', '  reason: { zh: 只是套话'],
			what: /s013 stands on this list twice/,
			mend: /one reason/
		});
	});

	test('is left off only if it exists', () => {
		expectProblem([append(leftOff, '- sentence: s099\n  reason: { zh: 样例, en: Sample }\n')], {
			file: leftOff,
			at: 's099',
			what: /no sentence s099/,
			mend: /outline\.yaml/
		});
	});
});

test('a figure that nobody can see is reported', () => {
	expectProblem(
		[replace('cards/money.yaml', 'tiles: [first-2030, second-2030, road-2030]', 'tiles: [first-2030, second-2030]')],
		{
			file: 'figures/money.yaml',
			at: 'road-2030:',
			what: /road-2030 is on no card/,
			mend: /name it/
		}
	);
});

test('the coverage counts what the cards carry', () => {
	expect(coverage(loadPlan(testFolder()).plan)).toEqual({
		sentences: 13,
		onCards: 12,
		leftOff: 1,
		cards: 11,
		figures: 34,
		kinds: { result: 17, target: 9, rank: 1, streak: 1, composition: 1, derived: 3, outcome: 2 },
		withoutEvidence: 0
	});
});
