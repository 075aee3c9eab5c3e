/** A query taken apart: what all must be found, and in which ways each part may be said. */
import type { Synonym } from './catalogue';
import { normal } from './normal';
import { numbersIn, numbersInWords, type FoundNumber } from './numbers';
import { neighbours, stem } from './tokens';

/** One way of saying something: terms that stand together, and how near it is to what was typed (1: it is that). */
export interface Way {
	terms: string[];
	weight: number;
}
/** Ways of saying one thing; any of them will do. */
export type Part = Way[];

/** Words that ask and say nothing of what is asked for. */
const asking = /多少|什么|怎么样?|如何|哪些|哪里|有没有|是不是|为什么|[的吗呢了吧啊]/g;
const little = new Set(
	'a an and are be by did do does for from how in is it many much of on or that the to what when where which who will with'.split(
		' '
	)
);

/** What a query is read with: the words that people say, and the words that the plan has. */
export interface Vocabulary {
	synonyms: readonly Synonym[];
	known: ReadonlySet<string>;
}

export function parts(query: string, vocabulary: Vocabulary): Part[] {
	const plain = normal(query);
	const asked = plain.replace(asking, ' ');
	const all = split(asked.trim() === '' ? plain : asked, vocabulary);
	const telling = all.filter((part) => !part.every(({ terms }) => terms.every((term) => little.has(term))));
	return telling.length > 0 ? telling : all;
}

/** The first thing in the text that is known as a whole, and what stands before and after it. */
function split(text: string, vocabulary: Vocabulary): Part[] {
	const found = numberPart(text) ?? synonymPart(text, vocabulary);
	if (!found) return runs(text).map((run) => [plainWay(run)]);
	const { start, end, part } = found;
	return [...split(text.slice(0, start), vocabulary), part, ...split(text.slice(end), vocabulary)];
}

function runs(text: string): string[] {
	return text.match(/\p{Script=Han}+|[a-z\u00c0-\u024f\d]+(?:['’][a-z]+)*/gu) ?? [];
}

interface Known {
	start: number;
	end: number;
	part: Part;
}

function numberPart(text: string): Known | undefined {
	const [found] = [...numbersIn(text), ...numbersInWords(text)].sort((a, b) => a.start - b.start);
	if (!found) return undefined;
	const { start, end } = found;
	const asWritten = found.inWords ? [plainWay(text.slice(start, end))] : [];
	return { start, end, part: [...asWritten, ...numberWays(found)] };
}

function numberWays({ digits, amount }: FoundNumber): Part {
	return [
		{ terms: [digits], weight: 1 },
		{ terms: [`=${String(amount)}`], weight: 1 }
	];
}

/** The longest word of the list that stands in the text. */
function synonymPart(text: string, { synonyms, known }: Vocabulary): Known | undefined {
	let best: (Known & { length: number }) | undefined;
	for (const { say, means } of synonyms) {
		for (const word of say.map(normal)) {
			const start = placeOf(word, text);
			if (start === -1 || word.length <= (best?.length ?? 0)) continue;
			// 高企 is no word of the plan; its two characters stand there by chance, in 提高企业.
			const itself = means.length === 0 || known.has(word) || !/\p{Script=Han}/u.test(word) ? [plainWay(word)] : [];
			const part = [...itself, ...means.map((words) => plainWay(words, 0.8))];
			best = { start, end: start + word.length, length: word.length, part };
		}
	}
	return best;
}

/** Chinese anywhere, other words as whole words. */
export function placeOf(word: string, text: string): number {
	if (/\p{Script=Han}/u.test(word)) return text.indexOf(word);
	return ` ${text.replace(/[^a-z\d]/g, ' ')} `.indexOf(` ${word} `);
}

/** The terms of words that mean themselves. */
export function plainWay(words: string, weight = 1): Way {
	const terms = runs(normal(words)).flatMap((run) => (/\p{Script=Han}/u.test(run) ? neighbours(run) : [stem(run)]));
	return { terms, weight };
}
