import { spansOf } from './tokens';

export interface Stretch {
	text: string;
	/** It matches the query. */
	mark: boolean;
}

/** A text in stretches, those marked that a query's terms stand in. */
export function highlight(text: string, terms: ReadonlySet<string>): Stretch[] {
	const marked = new Array<boolean>(text.length).fill(false);
	for (const { start, end } of spansOf(terms, text)) marked.fill(true, start, end);
	const stretches: Stretch[] = [];
	for (let start = 0, end: number; start < text.length; start = end) {
		const mark = marked[start] ?? false;
		const next = marked.indexOf(!mark, start);
		end = next === -1 ? text.length : next;
		stretches.push({ text: text.slice(start, end), mark });
	}
	return stretches;
}

/** The part of a long text around its first marked stretch, at most about `length` characters, with … where it was cut. */
export function excerpt(stretches: readonly Stretch[], length: number): Stretch[] {
	const whole = stretches.map(({ text }) => text).join('');
	if (whole.length <= length) return [...stretches];
	let at = 0;
	const first = stretches.find((stretch) => {
		if (stretch.mark) return true;
		at += stretch.text.length;
		return false;
	});
	const from = first ? wordAt(whole, Math.max(0, Math.min(start(whole, at, length), whole.length - length))) : 0;
	const to = end(whole, from + length);
	return cut(stretches, from, to, whole.length);
}

/** A little before the match, at a sentence's or clause's beginning where there is one. */
function start(whole: string, at: number, length: number): number {
	const earliest = Math.max(0, at - Math.floor(length / 3));
	const clause = /[，。；：、,.;:]\s*[^，。；：、,.;:]*$/.exec(whole.slice(earliest, at));
	if (clause) return earliest + clause.index + (/^.\s*/.exec(clause[0])?.[0].length ?? 1);
	const word = /\s\S*$/.exec(whole.slice(earliest, at));
	return word && /[a-z]/i.test(whole.slice(at, at + 1)) ? earliest + word.index + 1 : earliest;
}

/** Not in the middle of a word: the next one’s beginning. */
function wordAt(whole: string, from: number): number {
	if (!/^[a-z]{2}/i.test(whole.slice(Math.max(0, from - 1), from + 1)) || from === 0) return from;
	return from + (/^[a-z'’-]*[\s,.;:)]*/i.exec(whole.slice(from))?.[0].length ?? 0);
}

function end(whole: string, to: number): number {
	if (to >= whole.length || !/[a-z]/i.test(whole.charAt(to))) return to;
	const word = whole.lastIndexOf(' ', to);
	return word > 0 ? word : to;
}

function cut(stretches: readonly Stretch[], from: number, to: number, length: number): Stretch[] {
	const kept: Stretch[] = [];
	let at = 0;
	for (const { text, mark } of stretches) {
		const part = text.slice(Math.max(0, from - at), Math.max(0, to - at));
		if (part !== '') kept.push({ text: part, mark });
		at += text.length;
	}
	return [
		...(from > 0 ? [{ text: '…', mark: false }] : []),
		...kept,
		...(to < length ? [{ text: '…', mark: false }] : [])
	];
}
