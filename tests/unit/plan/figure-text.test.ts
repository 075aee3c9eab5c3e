import { describe, expect, test } from 'vitest';
import { numberInWords } from '../../../src/lib/plan/chinese-number.ts';
import { loadPlan } from '../../../src/lib/plan/load.ts';
import { append, addFigure, replace, testFolder } from './folder.ts';

const figure = (id: string, ...changes: Parameters<typeof testFolder>) =>
	loadPlan(testFolder(...changes)).plan.figures.find((one) => one.id === id);

describe('a figure reads as published in Chinese, and converted in English', () => {
	test.each([
		['shops-2030', '400多家', 'more than 400 shops'],
		['buttons-2030', '8000万只以上', 'at least 80 million buttons'],
		['trains-2030', '1399列', '1,399 trains'],
		['firms-target-2031', '300家以上', 'at least 300 firms'],
		['output-2030', '4704亿元', '470.4 billion yuan'],
		['output-growth-2030', '增长2.8%', 'up 2.8%'],
		['mix-2030', '3.3∶38.6∶58.1', '3.3 : 38.6 : 58.1'],
		['exports-rank-2030', '首位', 'first in the province'],
		['share-2030', '25.7‰', '25.7‰'],
		['share-rise-2030', '提高2.3个千分点', 'up 2.3 per mille points'],
		['windows-2030', '减少45%', 'down 45%'],
		['cup-2030', '连续6年', '6 years in a row'],
		['yards-2030', '1.2万个', '12,000 yards'],
		['road-2030', '约50公里', 'about 50 km'],
		['exports-growth-2031', '增长20%以上', 'up at least 20%'],
		['project-size-2031', '20亿元以上', 'at least 2 billion yuan']
	])('%s: %s · %s', (id, zh, en) => {
		expect(figure(id)?.shown).toEqual({ zh, en });
	});

	test('a last zero stays: 2.0', () => {
		const ratio = {
			kind: 'outcome',
			value: '2',
			unit: '倍',
			reads: "'2.0'",
			period: '2031',
			citation: 'report-2032',
			fact: '样例倍差2.0倍'
		};
		const changes = [
			append('facts.yaml', '  - 样例倍差2.0倍\n'),
			append('units.yaml', '倍: { scale: 1, en: times }\n'),
			addFigure('ratio', ratio)
		];
		expect(figure('ratio', ...changes)?.shown).toEqual({ zh: '2.0倍', en: '2.0 times' });
	});
});

describe('a text with figures', () => {
	test('begins with a capital when a figure opens an English sentence', () => {
		const body = "'{institutes-2030} are known. {shops-2030} opened; {shops-2030} stay.'";
		const { plan } = loadPlan(testFolder(replace('cards/shops.yaml', 'These are sample numbers.', body)));
		expect(plan.cards.find(({ id }) => id === 'shops')?.body.en).toBe(
			'1,175 institutes are known. More than 400 shops opened; more than 400 shops stay.'
		);
	});

	test('has no break marks when published', () => {
		expect(loadPlan(testFolder()).plan.cards.find(({ id }) => id === 'firms')?.title).toEqual({
			zh: '样例企业，新增不少',
			en: 'Sample firms, and more'
		});
	});

	test('joins a body and its items without a second full stop', () => {
		const changes = replace(
			'cards/shops.yaml',
			'  items:\n',
			'  body: { zh: 先说一句。, en: A word first. }\n  items:\n'
		);
		expect(loadPlan(testFolder(changes)).plan.cards.find(({ id }) => id === 'tasks')?.body).toEqual({
			zh: '先说一句。争创2个样例奖；推进“8+N”样例培育',
			en: 'A word first. Compete for 2 prizes; Pushed ahead with “8+N”'
		});
	});
});

test.each([
	['首位', 1],
	['第一', 1],
	['第二位', 2],
	['双', 2],
	['两个', 2],
	['四连冠', 4],
	['十强', 10],
	['十二', 12],
	['二十', 20],
	['一百零八', 108],
	['三千', 3000],
	['一万二千', 12_000],
	['第一和第二位', undefined],
	['平安市', undefined]
])('%s says %s', (words, number) => {
	expect(numberInWords(words)).toBe(number);
});
