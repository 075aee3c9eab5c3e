import { describe, expect, test } from 'vitest';
import { findProblems, loadPlan } from '../../../src/lib/plan/load.ts';
import { ContentError } from '../../../src/lib/plan/problem.ts';
import { append, expectProblem, lineOf, remove, replace, testFolder, type Change } from './folder.ts';

const problemsOf = (...changes: Change[]) => findProblems(testFolder(...changes));

describe('a plan’s folder', () => {
	test('is published when it breaks no rule', () => {
		expect(problemsOf()).toEqual([]);
		expect(loadPlan(testFolder()).plan.sentences).toHaveLength(13);
	});

	test('publishes the same version for the same content, and another one for other content', () => {
		const version = (...changes: Change[]) => loadPlan(testFolder(...changes)).plan.version;
		expect(version()).toBe(version());
		expect(version(replace('topics.yaml', 'Money', 'Cash'))).not.toBe(version());
	});

	test('lists five mistakes as five problems, in the order of files and lines', () => {
		const folder = testFolder(
			replace('updates/2032-04-25-firms.yaml', 'status: exceeded', 'status: met'),
			replace('figures/money.yaml', 'quote: 甲项落实237亿元', 'quote: 甲项落实了237亿元'),
			replace('cards/money.yaml', '两项不能相加', '2项不能相加'),
			replace('cards/money.yaml', ', en: They are not added.', ''),
			replace('topics.yaml', 'lead: output', 'lead: nothing')
		);
		const at = (file: string, words: string) => ({ file, line: lineOf(folder, file, words) });
		expect(findProblems(folder)).toMatchObject([
			{
				...at('cards/money.yaml', '2项不能相加'),
				what: expect.stringContaining('English text is missing') as string
			},
			{ ...at('cards/money.yaml', '2项不能相加'), what: expect.stringContaining('without a figure') as string },
			{ ...at('figures/money.yaml', '甲项落实了'), what: expect.stringContaining('quote does not stand') as string },
			{ ...at('topics.yaml', 'lead: nothing'), what: expect.stringContaining('no card “nothing”') as string },
			{
				...at('updates/2032-04-25-firms.yaml', 'status: met'),
				what: expect.stringContaining('numbers say exceeded') as string
			}
		]);
	});

	test('stops the build with all problems, each with file, line, what and mend', () => {
		const broken = testFolder(
			replace('topics.yaml', 'lead: output', 'lead: nothing'),
			replace('topics.yaml', 'Shops', '2 shops')
		);
		expect(() => loadPlan(broken)).toThrow(ContentError);
		expect(() => loadPlan(broken)).toThrow(
			`The plan’s content has 2 problems:

topics.yaml:2  “2” stands in the text without a figure
    → name a figure in braces, such as {urban-jobs-2020}; years and names have tokens too.
topics.yaml:3  there is no card “nothing” in money
    → name a card of cards/money.yaml.
`
		);
	});
});

describe('a file', () => {
	test.each(['plan', 'outline', 'names', 'units', 'facts', 'topics', 'comparisons', 'omitted'])(
		'%s.yaml is not missing',
		(name) => {
			expect(problemsOf(remove(`${name}.yaml`))).toEqual([
				{
					file: `${name}.yaml`,
					line: 1,
					what: 'this file is missing',
					mend: 'see src/content/README.md for what it holds.'
				}
			]);
		}
	);

	test('source.txt is not missing', () => {
		expect(problemsOf(remove('source.txt'))).toMatchObject([
			{ file: 'source.txt', line: 1, what: 'the plan’s text is missing' }
		]);
	});

	test('that nothing reads is reported: its name may be misspelt', () => {
		expect(problemsOf(append('cards/money.yml', '[]'), append('figure/more.yaml', '{}'))).toMatchObject([
			{ file: 'cards/money.yml', what: 'this file belongs to no part of a plan' },
			{ file: 'figure/more.yaml', what: 'this file belongs to no part of a plan' }
		]);
	});

	test('left by an editor’s computer is none of ours', () => {
		expect(problemsOf(append('.DS_Store', 'x'), append('cards/.money.yaml.swp', 'x'))).toEqual([]);
	});
});

describe('broken YAML', () => {
	test('is reported at its line, with a hint', () => {
		const folder = testFolder(replace('cards/money.yaml', 'hero: output-2030', 'hero: [output-2030'));
		const problems = findProblems(folder);
		expect(problems[0]).toMatchObject({
			file: 'cards/money.yaml',
			what: expect.stringContaining('this is not valid YAML') as string,
			mend: expect.stringContaining('quotes around text') as string
		});
		expect(problems.every(({ file }) => file === 'cards/money.yaml')).toBe(true);
	});

	test('does not hide the mistakes in other files, nor is it followed by others of its own', () => {
		const problems = problemsOf(
			replace('cards/money.yaml', 'hero: output-2030', 'hero: "output-2030'),
			replace('topics.yaml', 'Shops', '2 shops')
		);
		expect(new Set(problems.map(({ file }) => file))).toEqual(new Set(['cards/money.yaml', 'topics.yaml']));
		expect(problems.filter(({ file }) => file === 'topics.yaml')).toHaveLength(1);
	});

	test('is a text that begins with a star, too', () => {
		const problems = problemsOf(replace('cards/money.yaml', 'zh: 两项不能相加。', 'zh: *两项'));
		expect(problems).toMatchObject([{ file: 'cards/money.yaml', mend: expect.stringContaining('*') as string }]);
	});

	test('is a key that stands twice', () => {
		expectProblem([replace('figures/shops.yaml', '  value: 1175\n', '  value: 1175\n  value: 1176\n')], {
			file: 'figures/shops.yaml',
			at: 'value: 1176',
			what: /not valid YAML: Map keys must be unique/,
			mend: /./
		});
	});
});

describe('a part of a file', () => {
	test('that is missing is named, at the entry that lacks it', () => {
		expectProblem([replace('figures/shops.yaml', '  value: 1175\n', '')], {
			file: 'figures/shops.yaml',
			at: 'institutes-2030:',
			what: /“institutes-2030\.value” is missing/,
			mend: /add it/
		});
	});

	test('that is misspelt is named', () => {
		const problems = problemsOf(replace('cards/money.yaml', 'tiles: [first-2030', 'tile: [first-2030'));
		expect(problems).toMatchObject([
			{
				file: 'cards/money.yaml',
				what: '“5.tile” is not known here',
				mend: expect.stringContaining('spelling') as string
			}
		]);
	});

	test('that is of the wrong type is named', () => {
		expectProblem([replace('figures/shops.yaml', 'value: 1175', 'value: about a thousand')], {
			file: 'figures/shops.yaml',
			at: 'about a thousand',
			what: /institutes-2030\.value”: Invalid type: Expected number/,
			mend: /README/
		});
	});

	test('has an id in lower-case words', () => {
		const problems = problemsOf(replace('figures/shops.yaml', 'prizes-2031:', 'Prizes_2031:'));
		expect(problems.map(({ what }) => what)).toContain('“Prizes_2031” is no id');
	});

	test('is declared once: two figures with one id, in two files', () => {
		const [, figure] = /(first-2030:[\s\S]*?)second-2030:/.exec(testFolder().get('figures/money.yaml') ?? '') ?? [];
		expectProblem([append('figures/shops.yaml', figure ?? '')], {
			file: 'figures/shops.yaml',
			at: 'first-2030:',
			what: /two figures “first-2030”/,
			mend: /another id/
		});
	});

	test('is declared once: a figure is no year', () => {
		const problems = problemsOf(replace('figures/shops.yaml', 'prizes-2031:', "'2030':"));
		expect(problems.map(({ what }) => what)).toContain('{2030} is a figure and a year or name too');
	});
});

describe('the outline', () => {
	const file = 'outline.yaml';
	const range = (id: string) => {
		const [, start, end] = new RegExp(`${id}, start: (\\d+), end: (\\d+)`).exec(testFolder().get(file) ?? '') ?? [];
		return { start: Number(start), end: Number(end) };
	};
	const { start, end } = range('s003');
	const move = (to: { start: number; end: number }) =>
		replace(file, `start: ${start}, end: ${end}`, `start: ${to.start}, end: ${to.end}`);

	test('lists whole sentences', () => {
		const problems = problemsOf(move({ start, end: end - 1 }));
		expect(problems).toContainEqual({
			file,
			line: lineOf(testFolder(), file, 's003'),
			what: `s003: ${start}–${end - 1} is not one sentence ending in 。`,
			mend: 'ids and offsets are fixed: restore them, never renumber.'
		});
	});

	test('leaves out no word at the beginning of a sentence', () => {
		const problems = problemsOf(move({ start: start + 2, end }));
		expect(problems.map(({ what }) => what)).toContain(`“样例” at ${start} is in no sentence`);
	});

	test('leaves out no sentence', () => {
		const problems = problemsOf(
			replace(file, `    - { id: s013, start: ${range('s013').start}, end: ${range('s013').end} }\n`, '')
		);
		expect(problems.map(({ what }) => what)).toContain(`the sentence that ends at ${range('s013').end} is not listed`);
	});

	test('numbers the sentences in order', () => {
		const problems = problemsOf(replace(file, 'id: s005', 'id: s050'));
		expect(problems.map(({ what }) => what)).toContain('s050: sentence 5 of the text must have this number');
	});

	test('gives each id once', () => {
		const problems = problemsOf(replace(file, 'id: s005', 'id: s004'));
		expect(problems.map(({ what }) => what)).toContain('s004: sentence 5 of the text must have this number');
	});

	test('holds headings where they stand', () => {
		expect(
			problemsOf(replace(file, 'heading: 二、2031年全市主要任务', 'heading: 三、2031年全市主要任务'))
		).toContainEqual({
			file,
			line: lineOf(testFolder(), file, "id: '2031'"),
			what: expect.stringContaining('“三、2031年全市主要任务” does not stand at') as string,
			mend: 'the text or this list was changed: restore them.'
		});
	});

	test('notices a source text that was changed by one character', () => {
		expect(problemsOf(replace('source.txt', '做好样例工作。', '做好,样例工作。')).length).toBeGreaterThan(0);
	});
});
