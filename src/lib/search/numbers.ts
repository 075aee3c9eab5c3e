/** Numbers as people write them: 1399, 1,399, 一千三百九十九, 4704亿, 26.6万, 470.4 billion. */
import { numberInWords } from '$lib/plan/chinese-number';

export interface FoundNumber {
	start: number;
	end: number;
	/** Its digits as written, without separators: 26.6 of 26.6万; for words, the number they say. */
	digits: string;
	/** What it amounts to: 266000 of 26.6万. */
	amount: number;
	/** Written in Chinese words. */
	inWords: boolean;
}

const multipliers: Readonly<Record<string, number>> = {
	百: 100,
	千: 1000,
	万: 1e4,
	亿: 1e8,
	万亿: 1e12,
	k: 1000,
	thousand: 1000,
	million: 1e6,
	m: 1e6,
	billion: 1e9,
	bn: 1e9
};

// Names such as 5G, G330 or C2M are passed over whole. (Looking behind would say it too, but not in Safari before 16.4.)
const written =
	/[a-z.][a-z\d.]*|(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:\s*(万亿|[百千万亿])|\s?(thousand|million|billion|bn|k|m)\b)?(?![a-z\d])/g;
const inWords = /[百千]分之([〇零一二两三四五六七八九十百千万亿点]+)|[〇零一二两三四五六七八九十百千万亿点]{2,}/g;

/** The numbers that a text holds in digits; in a normal form (see `normal`). */
export function numbersIn(text: string): FoundNumber[] {
	return [...text.matchAll(written)].flatMap((match) => {
		const [all, number, chinese, english] = match;
		if (number === undefined) return [];
		const digits = number.replaceAll(',', '');
		const amount = exact(Number(digits) * (multipliers[chinese ?? english ?? ''] ?? 1));
		return [{ start: match.index, end: match.index + all.length, digits, amount, inWords: false }];
	});
}

/**
 * The numbers that a query says in words. Of a text this is not asked: 一带一路 and 万亩千亿 would be numbers there.
 */
export function numbersInWords(query: string): FoundNumber[] {
	return [...query.matchAll(inWords)].flatMap((match) => {
		const amount = said(match[1] ?? match[0]);
		if (amount === undefined) return [];
		const { index: start } = match;
		return { start, end: start + match[0].length, digits: String(amount), amount, inWords: true };
	});
}

function said(words: string): number | undefined {
	const [whole = '', decimals, ...more] = words.split('点');
	if (more.length > 0 || whole === '') return undefined;
	const amount = /[十百千万亿]/.test(whole) ? large(whole) : Number(spelled(whole));
	if (amount === undefined) return undefined;
	if (decimals === undefined) return amount;
	// 四点七万: what follows the point may end in a multiplier.
	const [, digits = '', power = ''] = /^(.+?)([百千万亿]*)$/.exec(decimals) ?? [];
	const fraction = Number(`${String(amount)}.${spelled(digits)}`);
	return Number.isNaN(fraction) ? undefined : exact(fraction * (multipliers[power] ?? 1));
}

function large(words: string): number | undefined {
	const [hundredMillions, rest, ...more] = words.split('亿');
	if (more.length > 0) return undefined;
	if (rest === undefined) return numberInWords(words);
	const above = numberInWords(hundredMillions ?? '');
	const below = rest === '' ? 0 : numberInWords(rest);
	return above === undefined || below === undefined ? undefined : above * 1e8 + below;
}

/** 一三九九 → 1399 */
function spelled(words: string): string {
	return [...words]
		.map((character) => String(character === '〇' || character === '零' ? 0 : numberInWords(character)))
		.join('');
}

/** Without the dust of binary fractions: 26.6 × 10000 is 266000. */
function exact(number: number): number {
	return Number(number.toPrecision(12));
}
