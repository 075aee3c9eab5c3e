import { describe, expect, test } from 'vitest';
import { labelLines, wrapText } from '../../../src/lib/chart/wrap-text.ts';

/** Ten pixels a character. */
const measure = (text: string) => Array.from(text).length * 10;

describe('a name that is too long for its line', () => {
	test('breaks between words', () => {
		expect(wrapText('Provincial smart factories', 200, measure)).toEqual(['Provincial smart', 'factories']);
	});

	test('breaks between characters in Chinese', () => {
		expect(wrapText('新增省级数字化车间', 60, measure)).toEqual(['新增省级数字', '化车间']);
	});

	test('loses nothing', () => {
		const label = '项目审批“最多80天”实现率 of all';
		expect(wrapText(label, 70, measure).join('').replaceAll(' ', '')).toBe(label.replaceAll(' ', ''));
	});
});

describe('the number at the end of a name', () => {
	test('stands on the name’s line when there is room', () => {
		expect(labelLines('2020 结果', 200, 60, measure)).toEqual(['2020 结果']);
	});

	test('gets a line of its own when there is none', () => {
		expect(labelLines('2021 worked out', 270, 250, measure)).toEqual(['2021 worked out', '']);
	});

	test('stands beside the last line of a long name', () => {
		expect(labelLines('Digital workshops and smart factories', 250, 60, measure)).toEqual([
			'Digital workshops and',
			'smart factories'
		]);
	});
});
