/**
 * What of a text can be found. Chinese has no spaces, and word lists split names such as 义乌: each character and each
 * two neighbours are terms. Numbers are terms as written, and as what they amount to (“=266000” of 26.6万人 and 266,000).
 */
import { normal } from './normal';
import { numbersIn } from './numbers';

export interface Span {
	start: number;
	end: number;
}

export interface Token extends Span {
	term: string;
}

const han = /\p{Script=Han}+/gu;
const latin = /[a-z\u00c0-\u024f\d]+(?:['’][a-z]+)?/g;

/** Every term of a text with its place; places overlap. */
export function tokens(text: string): Token[] {
	const plain = normal(text);
	const found = numbersAndWords(plain);
	for (const { 0: run, index } of plain.matchAll(han)) found.push(...characters(run, index));
	return found;
}

/** The terms that are not Chinese, of a text in its normal form. */
function numbersAndWords(plain: string): Token[] {
	const numbers = numbersIn(plain);
	const found = numbers.flatMap(({ start, end, digits, amount }) => [
		{ term: digits, start, end },
		{ term: `=${String(amount)}`, start, end }
	]);
	for (const { 0: word, index } of plain.matchAll(latin)) {
		if (numbers.some(({ start, end }) => start <= index && index < end)) continue;
		found.push({ term: stem(word), start: index, end: index + word.length });
	}
	return found;
}

/** Where some terms stand in a text. Not by taking it apart: results are marked with each key, on slow phones too. */
export function spansOf(terms: ReadonlySet<string>, text: string): Span[] {
	const plain = normal(text);
	const found: Span[] = [];
	let others = false;
	for (const term of terms) {
		if (isChinese(term))
			for (let start = plain.indexOf(term); start !== -1; start = plain.indexOf(term, start + 1))
				found.push({ start, end: start + term.length });
		else others = true;
	}
	return others ? found.concat(numbersAndWords(plain).filter(({ term }) => terms.has(term))) : found;
}

function isChinese(term: string): boolean {
	return /^\p{Script=Han}/u.test(term);
}

export function terms(text: string): string[] {
	return tokens(text).map(({ term }) => term);
}

/** The terms that stand for a run of Chinese in a query: its neighbours, which say more than its characters. */
export function neighbours(run: string): string[] {
	const all = Array.from(run);
	return all.length === 1 ? all : all.slice(1).map((character, index) => (all[index] ?? '') + character);
}

/**
 * “trains” and “train” are one word to a reader, and so are Yixin’ou and yixinou; more than the plural is left to the
 * tolerance for typos.
 */
export function stem(word: string): string {
	return word
		.replace(/['’]s$/, '')
		.replace(/['’]/, '')
		.replace(/([a-z]{2}[^su])s$/, '$1');
}

function characters(run: string, offset: number): Token[] {
	const found: Token[] = [];
	let start = offset;
	let before: Token | undefined;
	for (const character of run) {
		const end = start + character.length;
		found.push({ term: character, start, end });
		if (before) found.push({ term: before.term + character, start: before.start, end });
		before = { term: character, start, end };
		start = end;
	}
	return found;
}
