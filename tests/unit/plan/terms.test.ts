import { describe, expect, test } from 'vitest';
import type { Piece } from '../../../src/lib/plan/content/lookup.ts';
import { loadPlan } from '../../../src/lib/plan/load.ts';
import type { Locale } from '../../../src/lib/plan/locale.ts';
import { markTerms, withTerms } from '../../../src/lib/plan/terms.ts';
import { cardView } from '../../../src/lib/plan/view.ts';
import { append, replace, testFolder, type Change } from './folder.ts';

/** Marked terms in brackets, numbers in braces. */
const shown = (pieces: readonly Piece[]) =>
	pieces.map(({ text, figure, term }) => (term ? `[${text}]` : figure ? `{${text}}` : text)).join('');

const mark = (text: string, ...names: string[]) =>
	shown(
		markTerms(
			[{ text }],
			names.map((name) => ({ id: name, name }))
		)
	);

describe('a term', () => {
	test.each([
		[
			'is marked where it first stands',
			'推进“标准地”改革，“标准地”更多',
			['标准地'],
			'推进“[标准地]”改革，“标准地”更多'
		],
		['within a longer one is part of that name', '金华学院附中', ['金华学院', '金华学院附中'], '[金华学院附中]'],
		['is marked beside the longer one', '甲乙丙，甲乙', ['甲乙', '甲乙丙'], '[甲乙丙]，[甲乙]'],
		['may touch Chinese characters and digits in front of them', '第3标准地块', ['标准地'], '第3[标准地]块'],
		['is no part of another name', '推进“18+N”和“8+NX”', ['8+N'], '推进“18+N”和“8+NX”'],
		['holds signs as they are', '“1+10+X”行动', ['1+10+X', '1+1'], '“[1+10+X]”行动'],
		['may open an English sentence', 'Standard land is new.', ['standard land'], '[Standard land] is new.'],
		['is no part of an English word', 'Nonstandard lands', ['standard land'], 'Nonstandard lands'],
		['is not there', '别的', ['标准地'], '别的']
	])('%s', (_, text, names, result) => {
		expect(mark(text, ...names)).toBe(result);
	});

	test('is not looked for in a number, nor across one', () => {
		const pieces = [{ text: '样例' }, { text: '5家', figure: 'firms' }, { text: '企业' }];
		const terms = ['5家', '样例5家企业', '企业'].map((name) => ({ id: name, name }));
		expect(shown(markTerms(pieces, terms))).toBe('样例{5家}[企业]');
	});
});

describe('on a card', () => {
	const term = (id: string, zh: string, en: string, sentence: string, quote: string, line = quote) =>
		append(
			'glossary.yaml',
			`- { id: ${id}, term: { zh: '${zh}', en: '${en}' }, line: { zh: '${line}', en: Sample }, sentence: ${sentence}, quote: '${quote}' }\n`
		);
	const key = term('key', '{8+N}', '{8+N}', 's008', '“8+N”样例培育', '样例培育');
	const prize = term('prize', '样例奖', 'compete for', 's012', '样例奖');
	const card = (id: string, locale: Locale, ...changes: Change[]) => {
		const { plan, lookup } = loadPlan(testFolder(...changes));
		const entry = lookup.cards.get(id)?.value;
		if (!entry) throw new Error(`there is no card ${id}`);
		const view = cardView(plan, lookup, entry, locale);
		const marked = withTerms(lookup, view, locale);
		return { view, marked, texts: [marked.body, ...marked.items.map(({ text }) => text)].map(shown) };
	};

	test('terms are marked in the texts, whose words and numbers stay', () => {
		const { view, marked, texts } = card('tasks', 'zh', key, prize);
		expect(texts).toEqual(['', '争创{2个}[样例奖]', '推进“[8+N]”样例培育']);
		const words = ({ items }: typeof view) => items.map(({ text }) => text.map(({ text }) => text).join(''));
		expect(words(marked)).toEqual(words(view));
		expect(marked.title).toEqual(view.title);
	});

	test('a term is marked once, where the card shows it first: what was done stands before what is to do', () => {
		const twice = replace(
			'cards/shops.yaml',
			"zh: '争创{prizes-2031}样例奖'",
			"zh: '争创{prizes-2031}样例奖，“{8+N}”'"
		);
		expect(card('tasks', 'zh', key, twice).texts).toEqual(['', '争创{2个}样例奖，“8+N”', '推进“[8+N]”样例培育']);
	});

	test('a translation says a term only where the original does', () => {
		expect(card('tasks', 'en', prize).texts).toEqual(['', '[Compete for] {2 prizes}', 'Pushed ahead with “8+N”']);
		const elsewhere = replace('cards/shops.yaml', 'Pushed ahead with', 'Compete for');
		const otherwise = replace('cards/shops.yaml', "en: 'Compete for {prizes-2031}'", "en: 'Strive for {prizes-2031}'");
		expect(card('tasks', 'en', prize, otherwise, elsewhere).texts.join()).not.toContain('[');
	});
});
