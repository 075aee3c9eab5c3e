import { describe, test } from 'vitest';
import { append, expectProblem, replace, type Change } from './folder.ts';

const file = 'updates/2032-04-25-firms.yaml';
const change = (from: string, to: string): Change => replace(file, from, to);
const numbers = 'target: firms-target-2031, outcome: firms-outcome-2031, status: exceeded';

describe('the status of a target', () => {
	test.each(['met', 'partly', 'not-met'])('is not %s when the outcome is above it', (status) => {
		expectProblem([change('firms-outcome-2031, status: exceeded', `firms-outcome-2031, status: ${status}`)], {
			file,
			at: `firms-outcome-2031, status: ${status}`,
			what: new RegExp(`numbers say exceeded, not ${status}`),
			mend: /correct target, outcome or status/
		});
	});

	test('is not “exceeded” when the outcome is below it', () => {
		const target = `institutes-target-2031:
  indicator: { zh: 新增样例机构, en: New sample institutes }
  kind: target
  value: 1000
  unit: 家
  strength: 确保
  period: 2031
  sentence: s009
  quote: 确保新增样例企业300家、样例机构1000家
`;
		const declared = append(
			'comparisons.yaml',
			'institutes:\n  kind: pair\n  figures: [institutes-target-2031, institutes-outcome-2031]\n  why: { zh: 样例, en: Sample }\n'
		);
		expectProblem(
			[
				append('figures/shops.yaml', target),
				declared,
				replace('cards/shops.yaml', 'institutes-outcome-2031,', 'institutes-outcome-2031, institutes-target-2031,'),
				change(
					'outcome: institutes-outcome-2031, status: no-target',
					'target: institutes-target-2031, outcome: institutes-outcome-2031, status: exceeded'
				)
			],
			{ file, at: 'target: institutes-target-2031', what: /numbers say not-met, not exceeded/, mend: /./ }
		);
	});

	test('is only given where target and outcome are declared comparable', () => {
		expectProblem([change(numbers, 'target: trains-target-2031, outcome: firms-outcome-2031, status: not-met')], {
			file,
			at: 'trains-target-2031',
			what: /trains-target-2031 and firms-outcome-2031 are not declared comparable/,
			mend: /comparisons\.yaml/
		});
	});

	test('is no-target exactly when there is none', () => {
		expectProblem([change('status: no-target', 'status: met')], {
			file,
			at: 'outcome: institutes-outcome-2031',
			what: /without a target the status is no-target, not met/,
			mend: /./
		});
		expectProblem([change(numbers, numbers.replace('exceeded', 'no-target'))], {
			file,
			at: 'target: firms-target',
			what: /there is a target/,
			mend: /./
		});
	});

	test('needs a number for a target with a number', () => {
		expectProblem([change('target: s013', 'target: trains-target-2031')], {
			file,
			at: 'target: trains-target',
			what: /needs an outcome with one/,
			mend: /./
		});
	});
});

describe('an outcome', () => {
	test('is a figure of a later source', () => {
		expectProblem(
			[
				change('outcome: institutes-outcome-2031', 'outcome: institutes-2030'),
				replace('cards/shops.yaml', 'sentences: [s001, s002, s009]', 'sentences: [s001, s002, s009]')
			],
			{
				file,
				at: 'outcome: institutes-2030',
				what: /“institutes-2030” is no outcome figure/,
				mend: /./
			}
		);
	});

	test('is of a target or a sentence that exists', () => {
		expectProblem([change('target: s013', 'target: s099')], {
			file,
			at: 's099',
			what: /“s099” is neither a target figure nor a sentence/,
			mend: /./
		});
		expectProblem([change('target: firms-target-2031', 'target: firms-2030')], {
			file,
			at: 'target: firms-2030',
			what: /neither a target figure/,
			mend: /./
		});
	});

	test('comes from the source that the update cites', () => {
		const citation =
			'  report-2033:\n    title: 样例报告\n    publisher: 样例日报\n    date: 2033-04-25\n    url: https://sample.example/2033\n    period: 2032\n';
		expectProblem(
			[
				append('plan.yaml', citation),
				change('citation: report-2032', 'citation: report-2033'),
				change(`  - { ${numbers} }\n`, '')
			],
			{
				file,
				at: 'outcome: institutes-outcome-2031',
				what: /is from report-2032, the update cites report-2033/,
				mend: /./
			}
		);
	});
});

describe('an update', () => {
	test.each([
		['topics', 'topics: [shops]', 'topics: [wealth]', /no topic “wealth”/, /topics\.yaml/],
		['cards', 'cards: [firms]', 'cards: [boats]', /no card “boats”/, /cards\//]
	])('names %s that exist', (_, from, to, what, mend) => {
		expectProblem([change(from, to)], { file, at: to, what, mend });
	});

	test('cites a source that exists', () => {
		expectProblem(
			[
				change('citation: report-2032', 'citation: report-2099'),
				change(`  - { ${numbers} }\n`, ''),
				change('  - { outcome: institutes-outcome-2031, status: no-target }\n', '')
			],
			{
				file,
				at: 'report-2099',
				what: /no citation “report-2099”/,
				mend: /plan\.yaml/
			}
		);
	});

	test.each([
		['24 Chinese characters', '样例企业超过目标', '样'.repeat(25), /has 25 characters, at most 24/],
		['80 English letters', 'Sample firms beat the target', 'a'.repeat(81), /has 81 letters, at most 80/]
	])('has a title of at most %s', (_, from, to, what) => {
		expectProblem([change(from, to)], { file, at: to, what, mend: /shorter/ });
	});

	test('has a date', () => {
		expectProblem([change('date: 2032-04-25', 'date: 25.4.2032')], {
			file,
			at: 'date:',
			what: /a date is written/,
			mend: /./
		});
	});

	test('has an id that can stand in an address', () => {
		const text =
			'kind: new\ndate: 2032-04-26\ntopics: [shops]\ncards: [firms]\ntitle: { zh: 样例, en: Sample }\nbody: { zh: 样例, en: Sample }\ncitation: report-2032\n';
		expectProblem([append('updates/New Firms.yaml', text)], {
			file: 'updates/New Firms.yaml',
			at: 'kind:',
			what: /“New Firms” is no id/,
			mend: /rename/
		});
	});
});
