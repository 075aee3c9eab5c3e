import { describe, expect, test } from 'vitest';
import { contentFolder, readFolder } from '../../../src/commands/content-folder.ts';
import { findProblems, loadPlan } from '../../../src/lib/plan/load.ts';
import { translationOf, withoutEnglish } from '../../translation.ts';
import { append, lineOf, remove, replace, testFolder, type Change, type Folder } from './folder.ts';

/** The invented plan, its English in files of its own. */
function apart(...changes: Change[]): Folder {
	const folder = testFolder();
	const whole: Folder = new Map([...withoutEnglish(folder), ...translationOf(folder, 'en', (english) => english)]);
	return changes.reduce<Folder>((folder, change) => change(folder), whole);
}

describe('a translation in files of its own', () => {
	test('makes the same plan as one that stands inline', async () => {
		expect(findProblems(apart())).toEqual([]);
		expect(loadPlan(apart()).plan).toEqual(loadPlan(testFolder()).plan);
		const jinhua = await readFolder(contentFolder);
		const moved = new Map([...withoutEnglish(jinhua), ...translationOf(jinhua, 'en', (english) => english)]);
		expect(findProblems(moved)).toEqual([]);
		expect(loadPlan(moved).plan.version).toBe(loadPlan(jinhua).plan.version);
	});

	test.each([
		[
			'a text that is missing, at the place for it',
			replace('languages/en/cards/shops.yaml', '  title: More sample shops\n', ''),
			['languages/en/cards/shops.yaml', 'shops:'],
			/^the English text is missing: “shops\.title”$/,
			/^translate it: add title\.$/
		],
		[
			'a digit without its figure',
			replace('languages/en/topics.yaml', 'Shops', '3 shops'),
			['languages/en/topics.yaml', '3 shops'],
			/^“3” stands in the text without a figure$/,
			/braces/
		],
		[
			'an unknown token in an item of a list',
			replace('languages/en/cards/shops.yaml', 'Compete for {prizes-2031}', 'Compete for {prices-2031}'),
			['languages/en/cards/shops.yaml', 'prices-2031'],
			/^\{prices-2031\} is no figure, year or name$/,
			/declare it/
		],
		[
			'a digit in the noun of a figure',
			replace('languages/en/figures/shops.yaml', 'unit: machines', 'unit: 3 machines'),
			['languages/en/figures/shops.yaml', '3 machines'],
			/^“3” in unitEn/,
			/write words/
		],
		[
			'a title that is too long',
			replace('languages/en/cards/shops.yaml', 'More sample shops', 'More sample shops, '.repeat(4).trim()),
			['languages/en/cards/shops.yaml', 'More sample'],
			/^title \(en\) has \d+ letters, at most 60$/,
			/shorter/
		],
		[
			'a card that is none',
			append('languages/en/cards/shops.yaml', 'shop:\n  title: A shop\n'),
			['languages/en/cards/shops.yaml', 'shop:\n'],
			/^“shop” is no text of cards\/shops\.yaml$/,
			/take it out/
		],
		[
			'what is no text',
			replace('languages/en/cards/shops.yaml', 'shops:\n', 'shops:\n  kind: list\n'),
			['languages/en/cards/shops.yaml', '  kind: list'],
			/^“kind” is no text of cards\/shops\.yaml$/,
			/take it out/
		],
		[
			'a text that is translated twice',
			replace('topics.yaml', 'zh: 店铺', 'zh: 店铺, en: Shops'),
			['languages/en/topics.yaml', 'Shops'],
			/^“name” is translated twice: it stands in topics\.yaml already$/,
			/one out/
		],
		[
			'a language that is none',
			(folder: Folder) => new Map([...folder, ['languages/xx/topics.yaml', 'topics: {}\n']]),
			['languages/xx/topics.yaml', 'topics'],
			/^“xx” is no language/,
			/locale\.ts/
		],
		[
			'a file that translates none',
			(folder: Folder) => new Map([...folder, ['languages/en/topic.yaml', 'topics: {}\n']]),
			['languages/en/topic.yaml', 'topics'],
			/^there is no topic\.yaml that it could translate$/,
			/rename/
		]
	] as const)('is refused for %s', (_, change, [file, words], what, mend) => {
		const folder = apart(change);
		expect(findProblems(folder)).toContainEqual({
			file,
			line: lineOf(folder, file, words.trim()),
			what: expect.stringMatching(what) as string,
			mend: expect.stringMatching(mend) as string
		});
	});

	test('that can’t be read is one problem, and not one for each of its texts', () => {
		const folder = apart(append('languages/en/cards/shops.yaml', 'shops:\n  title: Twice\n'));
		expect(findProblems(folder)).toEqual([
			expect.objectContaining({
				file: 'languages/en/cards/shops.yaml',
				what: expect.stringMatching(/^this is not valid YAML/) as string
			})
		]);
	});

	test('is missed in the plan’s own file where it has none', () => {
		const folder = apart(remove('languages/en/topics.yaml'));
		expect(findProblems(folder)).toContainEqual(
			expect.objectContaining({ file: 'topics.yaml', what: 'the English text is missing: “topics.0.name.en”' })
		);
	});
});
