import { describe, expect, test } from 'vitest';
import { loadPlan, findProblems } from '../../../src/lib/plan/load.ts';
import { addFigure, append, expectProblem, replace, testFolder } from './folder.ts';

const money = 'figures/money.yaml';
const shops = 'figures/shops.yaml';

/** A derived figure on a card of its own. */
const derived = (formula: string, value: string, unit: string, more: Record<string, string> = {}) =>
	addFigure('made', { kind: 'derived', value, unit, period: '2031', formula: `'${formula}'`, ...more });

describe('a derivation that the text itself says', () => {
	test.each([
		['last year’s share from this year’s and its rise in points', 'share-2029', 23.4, '23.4‰', '23.4‰'],
		[
			'a planned level from a level and its planned growth',
			'exports-level-2031',
			568.8,
			'568.8亿元以上',
			'at least 56.88 billion yuan'
		],
		['how much a target lies above its result', 'trains-more-2031', 101, '101列以上', 'at least 101 trains']
	])('is allowed: %s', (_, id, value, zh, en) => {
		const { plan } = loadPlan(testFolder());
		expect(plan.figures.find((figure) => figure.id === id)).toMatchObject({
			kind: 'derived',
			value,
			shown: { zh, en }
		});
	});

	test('carries its formula and inputs, and no evidence of its own', () => {
		const figure = loadPlan(testFolder()).plan.figures.find(({ id }) => id === 'share-2029');
		expect(figure).toMatchObject({
			formula: '{share-2030} - {share-rise-2030}',
			inputs: ['share-2030', 'share-rise-2030']
		});
		expect(figure).not.toHaveProperty('evidence');
	});

	test('brings the sentences of its inputs onto its card', () => {
		expectProblem([replace('cards/shops.yaml', 'sentences: [s002, s010]', 'sentences: [s010]')], {
			file: 'cards/shops.yaml',
			at: 'sentences: [s010]',
			what: /names trains-2030, but not its sentence s002/,
			mend: /add s002/
		});
	});
});

describe('a derivation that says more than the text', () => {
	const refused: readonly (readonly [why: string, formula: string, value: string, unit: string, what: RegExp])[] = [
		[
			'last year’s level from growth at constant prices',
			'{output-2030} / (1 + {output-growth-2030})',
			'4576',
			'亿元',
			/not allowed/
		],
		[
			'next year’s level from last year’s growth',
			'{output-2030} * (1 + {output-growth-2030})',
			'4835.712',
			'亿元',
			/never growth at constant prices/
		],
		[
			'a level less its growth in %',
			'{output-2030} - {output-growth-2030}',
			'4701.2',
			'亿元',
			/only a target less the result/
		],
		[
			'a planned fall from a floor: −30 % of 426 → 300',
			'({firms-target-2031} - {firms-2030}) / {firms-2030}',
			'-30',
			'%',
			/not allowed/
		],
		[
			'a target below last year’s result, as a difference',
			'{firms-target-2031} - {firms-2030}',
			'-126',
			'家',
			/floor below last year’s result/
		],
		[
			'the same the other way round',
			'{firms-2030} - {firms-target-2031}',
			'126',
			'家',
			/only a target less the result/
		],
		['a sum', '{first-2030} + {second-2030}', '289.5', '亿元', /not allowed/],
		['a percentage of completion', '{firms-outcome-2031} / {firms-target-2031}', '177', '%', /not allowed/],
		[
			'how much an outcome exceeds its target',
			'{firms-outcome-2031} - {firms-target-2031}',
			'231',
			'家',
			/only a target less the result/
		],
		[
			'a difference of what is no declared pair',
			'{trains-target-2031} - {institutes-2030}',
			'325',
			'列',
			/declared pair/
		],
		['a difference of what is only a set', '{first-2030} - {second-2030}', '184.5', '亿元', /declared pair/],
		[
			'the planned growth of something else',
			'{output-2030} * (1 + {exports-growth-2031})',
			'5644.8',
			'亿元',
			/planned for something else/
		],
		[
			'a share less a rise of something else',
			'{online-2030} - {share-rise-2030}',
			'97.1',
			'%',
			/its own rise in points/
		],
		['a fall applied as growth', '{first-2030} * (1 + {windows-2030})', '343.65', '亿元', /only growth in %/],
		['a number with a constant', '{first-2030} * 2', '474', '亿元', /not allowed/]
	];

	test.each(refused)('is refused: %s', (_, formula, value, unit, what) => {
		expectProblem([derived(formula, value, `'${unit}'`)], { file: money, at: ['formula:', 'made:'], what, mend: /./ });
	});

	test('is refused from a number that is only rounded', () => {
		const pair = append(
			'comparisons.yaml',
			'more:\n  kind: pair\n  figures: [shops-2030, firms-target-2031]\n  why: { zh: 样例, en: Sample }\n'
		);
		expectProblem([pair, derived('{firms-target-2031} - {shops-2030}', '100', '家')], {
			file: money,
			at: ['formula:', 'made:'],
			what: /“多” makes a number that can’t be calculated with/,
			mend: /as published/
		});
	});

	test('is refused unmarked, as a result', () => {
		expectProblem(
			[addFigure('sum', { value: '289.5', unit: '亿元', sentence: 's007', quote: '甲项落实237亿元,乙项落实52.5亿元' })],
			{
				file: money,
				at: ['quote:', 'sum:'],
				what: /289\.5 is not in the quote/,
				mend: /of kind derived/
			}
		);
	});
});

describe('a derived figure', () => {
	test.each([
		['value', money, 'share-2029', 'value: 23.4', 'value: 23.5', /formula gives 23\.4, not 23\.5/, /value: 23\.4/],
		['unit', money, 'exports-level-2031', 'unit: 亿元', "unit: '%'", /formula gives 亿元/, /unit: 亿元/],
		['period', money, 'exports-level-2031', 'period: 2031', 'period: 2030', /formula gives 2031/, /period: 2031/],
		[
			'qualifier',
			money,
			'share-2029',
			"unit: '‰'",
			"unit: '‰'\n  qualifier: 以上",
			/“以上” exactly when/,
			/take qualifier out/
		]
	])('has the %s that its formula gives', (key, file, figure, from, to, what, mend) => {
		expectProblem(
			// A wrong unit would show on the card’s chart too.
			[replace(file, from, to, `${figure}:`)],
			{ file, at: [`${key}:`, `${figure}:`], what, mend }
		);
	});

	test('keeps the 以上 of what it is worked out from', () => {
		expectProblem([replace(shops, '  qualifier: 以上\n', '', 'trains-more-2031:')], {
			file: shops,
			at: 'trains-more-2031:',
			what: /“以上” exactly when/,
			mend: /write qualifier: 以上/
		});
	});

	test('names figures that exist', () => {
		const problems = findProblems(testFolder(derived('{nothing} - {first-2030}', '1', '亿元')));
		expect(problems).toMatchObject([{ file: money, what: 'there is no figure “nothing”' }]);
	});

	test('is exact in decimals', () => {
		const { plan } = loadPlan(testFolder());
		// 25.7 − 2.3 is 23.4, not 23.399999999999999.
		expect(plan.figures.flatMap(({ kind, value }) => (kind === 'derived' ? [value] : []))).toEqual([23.4, 568.8, 101]);
	});
});
