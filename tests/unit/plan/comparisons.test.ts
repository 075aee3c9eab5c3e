import { describe, expect, test } from 'vitest';
import { findProblems } from '../../../src/lib/plan/load.ts';
import { append, expectProblem, replace, testFolder } from './folder.ts';

const comparisons = 'comparisons.yaml';
const why = 'why: { zh: 样例, en: Sample }';
const declare = (kind: string, ...figures: string[]) =>
	append(comparisons, `new:\n  kind: ${kind}\n  figures: [${figures.join(', ')}]\n  ${why}\n`);

describe('figures on one axis', () => {
	test.each([
		['have one unit', 'set', ['stations-2031', 'machines-2031'], /个 and 台 do not go on one axis/, /tiles/],
		['do not mix ‰ and %', 'pair', ['share-2029', 'online-2030'], /‰ and % do not go/, /tiles/],
		[
			'do not mix growth with a level',
			'set',
			['online-2030', 'output-growth-2030'],
			/a level and 增长 do not go/,
			/tiles/
		],
		[
			'do not mix a fall with a rise',
			'set',
			['windows-2030', 'output-growth-2030'],
			/减少 and 增长 do not go/,
			/tiles/
		],
		[
			'are of different years in a pair',
			'pair',
			['first-2030', 'second-2030'],
			/of the same period and kind/,
			/make it a set/
		],
		['are of one year in a set', 'set', ['firms-2030', 'firms-target-2031'], /of different ones/, /make it a pair/],
		['exist', 'set', ['online-2030', 'nothing-2030'], /no figure “nothing-2030”/, /figures\//],
		['are no composition', 'set', ['mix-2030', 'output-2030'], /composition has several numbers/, /doughnut/]
	])('%s', (_, kind, figures, what, mend) => {
		expectProblem([declare(kind, ...figures)], { file: comparisons, at: ['figures:', 'new:'], what, mend });
	});

	test('are at least two', () => {
		expectProblem([declare('pair', 'firms-2030')], {
			file: comparisons,
			at: ['figures:', 'new:'],
			what: /alone is no comparison/,
			mend: /./
		});
	});

	test('are not the same one twice', () => {
		expectProblem([declare('pair', 'firms-2030', 'firms-2030')], {
			file: comparisons,
			at: ['figures:', 'new:'],
			what: /twice/,
			mend: /./
		});
	});
});

describe('a chart', () => {
	const shops = 'cards/shops.yaml';
	const money = 'cards/money.yaml';

	test('draws only a comparison that is declared', () => {
		expectProblem([replace(shops, 'comparison: trains', 'comparison: railways')], {
			file: shops,
			at: 'comparison: railways',
			what: /no comparison “railways”/,
			mend: /declare it in comparisons\.yaml/
		});
	});

	test('is not drawn of one number', () => {
		expectProblem([replace(shops, 'comparison: trains', 'figure: trains-2030')], {
			file: shops,
			at: 'figure: trains-2030,',
			what: /one number is no chart/,
			mend: /hero/
		});
	});

	test('draws no bars of ranks', () => {
		const second = `exports-rank-2029:
  indicator: { zh: 机构位次, en: Rank by institutes }
  kind: outcome
  value: 2
  unit: 位
  reads: 第二位
  shownEn: second
  period: 2031
  citation: report-2032
  fact: 机构居第二位
`;
		const folder = [
			append('facts.yaml', '  - 机构居第二位\n'),
			append('figures/money.yaml', second),
			declare('pair', 'exports-rank-2030', 'exports-rank-2029'),
			replace(
				money,
				'tiles: [exports-2030, exports-growth-2031]',
				`tiles: [exports-2030, exports-growth-2031]\n  chart: { type: bar, comparison: new, caption: { zh: 位次, en: Ranks } }`
			)
		];
		expectProblem(folder, { file: money, at: 'comparison: new', what: /a rank has no length/, mend: /tiles/ });
	});

	test('draws a doughnut of a composition only', () => {
		expectProblem(
			[
				replace(money, 'figure: mix-2030', 'figure: output-2030'),
				replace(money, 'tiles: [first-2030,', 'tiles: [mix-2030, first-2030,'),
				replace(money, 'sentences: [s007]', 'sentences: [s003, s007]')
			],
			{
				file: money,
				at: 'type: doughnut',
				what: /doughnut shows a composition/,
				mend: /chart\.figure/
			}
		);
	});

	test('draws no doughnut of numbers side by side', () => {
		expectProblem([replace(money, 'type: bar, comparison: amounts', 'type: doughnut, comparison: amounts')], {
			file: money,
			at: 'comparison: amounts',
			what: /doughnut shows a composition/,
			mend: /./
		});
	});

	test('draws rates in % only', () => {
		expectProblem([replace(money, 'type: bar, comparison: share', 'type: rates, comparison: share')], {
			file: money,
			at: 'comparison: share',
			what: /rates are in %/,
			mend: /bar/
		});
	});

	test('is of a known type', () => {
		const problems = findProblems(testFolder(replace(money, 'type: rates', 'type: pie')));
		expect(problems).toMatchObject([{ file: money, what: expect.stringContaining('chart.type') as string }]);
	});
});
