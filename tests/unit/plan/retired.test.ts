import { describe, expect, test } from 'vitest';
import { newEdition } from '../../../src/lib/plan/edition.ts';
import { findProblems, loadPlan } from '../../../src/lib/plan/load.ts';
import { movedPaths, retiredCard } from '../../../src/lib/plan/retired.ts';
import { checkCodeOf } from '../../../src/lib/plan/statement.ts';
import { verdictOn } from '../../../src/lib/plan/verdict.ts';
import { append, expectProblem, replace, testFolder, type Change } from './folder.ts';

const problemsOf = (...changes: Change[]) => findProblems(testFolder(...changes));
/** A card under another id: the old one is gone. */
const renamed = replace('cards/money.yaml', '- id: cup\n', '- id: sample-cup\n');
const before = loadPlan(testFolder());
/** JSON is YAML. */
const published = append('editions.yaml', JSON.stringify([newEdition(before.plan, [])]));
const retire = (id: string, lines = '', topic = 'money'): Change =>
	append(
		'retired.yaml',
		`${id}:\n  date: 2032-05-01\n  topics: [${topic}]\n  why: { zh: 并到了一张新卡片, en: It became part of a new card }\n${lines}`
	);

describe('a published card', () => {
	test('may stay, and may go when retired.yaml says what became of it', () => {
		expect(problemsOf(published)).toEqual([]);
		expect(problemsOf(published, renamed, retire('cup', '  successor: sample-cup\n'))).toEqual([]);
		expect(problemsOf(published, renamed, retire('cup'))).toEqual([]);
	});

	test('may not be gone without a word', () => {
		expect(problemsOf(published, renamed)).toMatchObject([
			{
				file: 'editions.yaml',
				what: 'the card “cup” was published and is gone',
				mend: expect.stringContaining('retired.yaml') as string
			}
		]);
	});

	test('whose file is broken is not said to be gone', () => {
		const problems = problemsOf(published, replace('cards/money.yaml', 'hero: cup-2030', 'hero: [cup-2030'));
		expect(new Set(problems.map(({ file }) => file))).toEqual(new Set(['cards/money.yaml']));
	});
});

describe('a retired card', () => {
	test('leaves its id to nobody else', () => {
		expectProblem([retire('cup')], {
			file: 'cards/money.yaml',
			at: '- id: cup',
			what: /“cup” was retired and is used again/,
			mend: /another id/
		});
	});

	test.each([
		['a card that is not there', retire('old', '  successor: nothing\n'), /there is no card “nothing”/],
		['itself', retire('old', '  successor: old\n'), /lead in a circle/]
	])('has no successor that is %s', (_, change, what) => {
		expectProblem([change], { file: 'retired.yaml', at: 'successor', what, mend: /says it now/ });
	});

	test('has a reason without a number of its own', () => {
		const problems = problemsOf(replaceReason('共 3 张'));
		expect(problems).toMatchObject([{ file: 'retired.yaml', what: '“3” stands in the text without a figure' }]);
	});

	test.each([
		['  topics: [money]\n', 'topics'],
		['  date: 2032-05-01\n', 'date']
	])('says all of it: without %j', (line, part) => {
		const problems = problemsOf(retire('old'), replace('retired.yaml', line, ''));
		expect(problems).toMatchObject([{ file: 'retired.yaml', what: `“old.${part}” is missing` }]);
	});

	test('leads to the last of its successors, from each topic that showed it', () => {
		const { lookup } = loadPlan(
			testFolder(
				renamed,
				retire('cup', '  successor: cups\n', 'money, shops'),
				retire('cups', '  successor: sample-cup\n'),
				retire('gone')
			)
		);
		expect(movedPaths(lookup)).toEqual({
			'/topics/money/cup': '/topics/money/sample-cup',
			'/topics/shops/cup': '/topics/money/sample-cup',
			'/topics/money/cups': '/topics/money/sample-cup'
		});
		expect(retiredCard(lookup, 'gone')).toEqual({
			id: 'gone',
			date: '2032-05-01',
			topics: ['money'],
			why: { zh: '并到了一张新卡片', en: 'It became part of a new card' }
		});
		expect(retiredCard(lookup, 'constructor')).toBeUndefined();
	});

	test('is known by the code of its pictures', () => {
		const { plan, lookup } = loadPlan(testFolder(published, renamed, retire('cup', '  successor: sample-cup\n')));
		const code = checkCodeOf(before.plan, 'cup') ?? '';
		expect(verdictOn(plan, lookup.content.editions.value, code)).toEqual({
			kind: 'retired',
			card: 'cup',
			edition: '2032-04-25',
			title: '样例杯'
		});
	});
});

function replaceReason(zh: string): Change {
	return (folder) => replace('retired.yaml', '并到了一张新卡片', zh)(retire('old')(folder));
}

test('the city’s own plan keeps every id that it ever published', async () => {
	const { contentFolder, readFolder } = await import('../../../src/commands/content-folder.ts');
	expect(findProblems(await readFolder(contentFolder))).toEqual([]);
});
