import { describe, expect, test } from 'vitest';
import { breakLines, breakPhrases, type Line } from '../../../src/lib/pictures/line-breaking.ts';

const size = 10;
/** An ideograph or full-width mark is as wide as the font is large, everything else half as wide. */
const measure = (text: string) =>
	Array.from(text, (one) => (/[\u2e80-\uffef“”]/.test(one) ? 10 : 5)).reduce((a, b) => a + b, 0);
const said = ({ parts }: Line) => parts.map(({ text }) => text).join('');
const chinese = (text: string, room: number) => breakLines([{ text }], room, size, measure, true).map(said);

describe('a Chinese text', () => {
	test.each([
		['新增就业，一年这么多人。', 40],
		['“网上办”“掌上办”实现率分别达到', 35],
		['（金华理工学院）等高校；建设', 30],
		['推进“全国教育现代化创新发展试验区”建设：开始！', 50]
	])('never opens a line with a mark that closes, nor ends it with one that opens: %s', (text, room) => {
		const lines = chinese(text, room);
		expect(lines.join('')).toBe(text);
		expect(lines.length).toBeGreaterThan(1);
		expect(lines.filter((line) => /^[，。、；：！？）”]/.test(line) || /[（“]$/.test(line))).toEqual([]);
	});

	test('keeps a number with its unit', () => {
		const lines = breakLines([{ text: '全年开行' }, { text: '1500列', strong: true }], 65, size, measure, true);
		expect(lines.map(said)).toEqual(['全年开行', '1500列']);
	});

	test('sets numbers a little apart, and marks that meet close together', () => {
		const [apart] = breakLines([{ text: '年1年' }], Infinity, size, measure, true);
		expect(apart?.width).toBe(25 + 2 * (size / 8));
		const [close] = breakLines([{ text: '年，“年' }], Infinity, size, measure, true);
		expect(close?.width).toBe(40 - size / 2);
	});

	test('breaks even what no line can hold: nothing is cut off', () => {
		const lines = chinese('x'.repeat(30), 50);
		expect(lines.join('')).toBe('x'.repeat(30));
		expect(lines.length).toBeGreaterThan(1);
	});
});

test('an English text breaks between words, and keeps a number with the word after it', () => {
	const runs = [{ text: 'the plan wants ' }, { text: 'at least 1,500 trains', strong: true }];
	const lines = breakLines(runs, 100, size, measure, false).map(({ parts }) => parts.map(({ text }) => text).join(' '));
	expect(lines.join(' ')).toBe('the plan wants at least 1,500 trains');
	expect(lines.filter((line) => line.endsWith('1,500'))).toEqual([]);
});

describe('a headline', () => {
	test('breaks between its phrases only', () => {
		expect(breakPhrases(['新增高新技术企业，', '超过了目标'], 100, size, measure, true)?.map(said)).toEqual([
			'新增高新技术企业，',
			'超过了目标'
		]);
	});

	test('has no lines where a phrase is too long', () => {
		expect(breakPhrases(['新增高新技术企业，', '超过了目标'], 60, size, measure, true)).toBeUndefined();
	});
});
