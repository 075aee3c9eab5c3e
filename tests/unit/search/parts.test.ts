import { describe, expect, test } from 'vitest';
import { excerpt, highlight } from '../../../src/lib/search/highlight.ts';
import { numbersIn, numbersInWords } from '../../../src/lib/search/numbers.ts';
import { spansOf, terms, tokens } from '../../../src/lib/search/tokens.ts';

describe('a number', () => {
	test.each([
		['1399列', '1399', 1399],
		['1,399 trains', '1399', 1399],
		['4704亿元', '4704', 470_400_000_000],
		['26.6万人', '26.6', 266_000],
		['470.4 billion yuan', '470.4', 470_400_000_000],
		['25.7‰', '25.7', 25.7]
	])('is read in %s', (text, digits, amount) => {
		expect(numbersIn(text)).toMatchObject([{ digits, amount }]);
	});

	test.each([
		['一千三百九十九', 1399],
		['一三九九', 1399],
		['二十六万六千', 266_000],
		['二十六点六万', 266_000],
		['四千七百零四亿', 470_400_000_000],
		['百分之四十五', 45],
		['千分之二十五点七', 25.7]
	])('is understood in words: %s', (text, amount) => {
		expect(numbersInWords(text)).toMatchObject([{ amount }]);
	});

	test.each(['5g', 'g330', 'c2m', '531x'])('is not seen in the name %s', (name) => {
		expect(numbersIn(name)).toEqual([]);
	});
});

test('Chinese is found by its characters and its neighbours, in any width and case', () => {
	expect(terms('义乌港')).toEqual(['义', '乌', '义乌', '港', '乌港']);
	expect(terms('５Ｇ')).toEqual(terms('5g'));
	expect(terms('Yixin’ou Trains')).toEqual(['yixinou', 'train']);
});

test('terms stand in a text where taking it apart finds them', () => {
	const text = '开行义新欧班列 1,399 列，5G 基站 4.7 万；Yixin’ou trains to 义乌 and 义务';
	const all = tokens(text);
	for (const { term } of all) {
		const spans = all.filter((token) => token.term === term).map(({ start, end }) => ({ start, end }));
		expect(
			spansOf(new Set([term]), text).map(({ start, end }) => ({ start, end })),
			term
		).toEqual(spans);
	}
	expect(spansOf(new Set(['义', 'train', '新昌', 'x']), text)).toHaveLength(4);
});

test('a match is marked where it stands, and an excerpt shows it', () => {
	const marked = highlight('推进义甬舟开放大通道，金华—义乌港开行1399列', new Set(['义乌', '1399']));
	expect(marked.filter(({ mark }) => mark).map(({ text }) => text)).toEqual(['义乌', '1399列'.slice(0, 4)]);
	const shown = excerpt(marked, 14).map(({ text }) => text);
	expect(shown.join('')).toContain('义乌');
	expect(shown[0]).toBe('…');
});

test('an excerpt begins with a whole word, also where the match is near the end', () => {
	const text = 'motorways between Jinyi (Xietang and Fucun toll stations), Yiwu and Pujiang are free';
	for (let length = 20; length < text.length; length++) {
		const [cut, ...rest] = excerpt(highlight(text, new Set(['yiwu'])), length).map((stretch) => stretch.text);
		expect(cut).toBe('…');
		const shown = rest.join('').replace(/…$/, '');
		expect(shown).toContain('Yiwu');
		expect(text).toMatch(new RegExp(`(?<![a-zA-Z](?=[a-zA-Z]))${shown.replace(/[()]/g, String.raw`\$&`)}`));
	}
});
