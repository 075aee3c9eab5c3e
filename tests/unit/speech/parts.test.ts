import { describe, expect, test } from 'vitest';
import { contentFolder, readFolder } from '../../../src/commands/content-folder.ts';
import { loadPlan } from '../../../src/lib/plan/load.ts';
import { locales } from '../../../src/lib/plan/locale.ts';
import { chunksOf } from '../../../src/lib/speech/chunks.ts';
import { sentencesOf } from '../../../src/lib/speech/sentences.ts';
import { spoken } from '../../../src/lib/speech/spoken/spoken.ts';

const { plan } = loadPlan(await readFolder(contentFolder));
const sentences = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
	test.each([
		[
			'计划说，确保新增300家。一年后的报告说，新增了531家。',
			['计划说，确保新增300家。', '一年后的报告说，新增了531家。']
		],
		['他说：“行。”然后走了。', ['他说：“行。”', '然后走了。']],
		['没有句号的一行', ['没有句号的一行']],
		[
			'GDP was 470.4 billion yuan. The sum, 2.0, is not. It ends',
			['GDP was 470.4 billion yuan.', 'The sum, 2.0, is not.', 'It ends']
		],
		['It is called “2.0.” Then more.', ['It is called “2.0.”', 'Then more.']],
		['  ', []]
	])('%s', (text, parts) => {
		expect(sentences(text)).toEqual(parts);
	});
});

describe('chunks', () => {
	test.each(locales)('of every sentence of the cards, in %s, are short and lose nothing', (locale) => {
		const longest = { zh: 45, en: 140 }[locale];
		const said = plan.cards
			.flatMap(({ title, body }) => [title[locale], ...sentences(body[locale])])
			.map((text) => spoken(text, locale));
		for (const text of said) {
			const chunks = chunksOf(text, locale);
			expect(chunks.join('')).toBe(text);
			expect(Math.max(...chunks.map(({ length }) => length))).toBeLessThanOrEqual(longest);
		}
		expect(said.some((text) => chunksOf(text, locale).length > 1)).toBe(true);
	});

	test('a text without any mark is broken all the same', () => {
		expect(chunksOf('字'.repeat(100), 'zh').map(({ length }) => length)).toEqual([45, 45, 10]);
		expect(chunksOf('word '.repeat(60), 'en').every((chunk) => chunk.endsWith(' '))).toBe(true);
	});
});
