/**
 * Sets text in lines as a Chinese or an English typesetter would; canvas itself can't. Pure: it is told how wide a text is.
 * Punctuation never opens a line and an opening bracket never ends one; full-width marks that meet share their white space;
 * numbers stay with their units, and stand a little apart from ideographs.
 */
import type { Run } from './face.ts';

/** Width in px of a text in the font at hand. */
export type Measure = (text: string, strong: boolean) => number;

export interface Placed {
	text: string;
	strong: boolean;
	/** px from the line's start */
	x: number;
}

export interface Line {
	parts: Placed[];
	width: number;
}

/** The smallest piece: an ideograph, a mark, a word. `space`: there was one before it. */
interface Bit {
	text: string;
	strong: boolean;
	space: boolean;
	run: number;
}

const wide = String.raw`\u2e80-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}`;
/** In Chinese these are as wide as an ideograph. */
const wideMarks = '“”‘’…—·∶';
const closing = /^[，。、；：！？）》〉」』】〕”’…—·%‰∶,.;:!?)\]]/u;
const opening = /[（《〈「『【〔“‘([]$/u;
const closesWide = /^[，。、；：！？）》〉」』】〕”’]$/u;
const opensWide = /^[（《〈「『【〔“‘]$/u;
const ideograph = /^[\u2e80-\u2fff\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
const latin = /[\p{L}\p{N}%‰+-]/u;

/**
 * @param size of the font, px
 * @param chinese quotation marks and dashes are wide
 */
export function breakLines(
	runs: readonly Run[],
	room: number,
	size: number,
	measure: Measure,
	chinese: boolean
): Line[] {
	const setter = new Setter(size, measure, chinese);
	const lines = setter.set(setter.atoms(runs), room);
	const last = lines.at(-1)?.width ?? 0;
	if (lines.length < 2 || last >= size * 3) return lines;
	// A last line of a character or two looks lost: narrower lines give it company, as long as there are no more of them.
	for (let narrower = room - size / 2; narrower > room * 0.8; narrower -= size / 2) {
		const again = setter.set(setter.atoms(runs), narrower);
		if (again.length > lines.length) break;
		if ((again.at(-1)?.width ?? 0) >= size * 3) return again;
	}
	return lines;
}

/** Lines that break between phrases only, as even as they can be; `undefined` when a phrase is too long for a line. */
export function breakPhrases(
	phrases: readonly string[],
	room: number,
	size: number,
	measure: Measure,
	chinese: boolean
): Line[] | undefined {
	const setter = new Setter(size, measure, chinese);
	const set = (text: string) => setter.set(setter.atoms([{ text, strong: true }]), Infinity);
	const lines: string[] = [];
	for (const phrase of phrases) {
		const longer = lines.length === 0 ? phrase : `${lines.at(-1) ?? ''}${phrase}`;
		if ((set(longer)[0]?.width ?? 0) <= room && lines.length > 0) lines.splice(-1, 1, longer);
		else lines.push(phrase);
	}
	const placed = lines.flatMap(set);
	return placed.every(({ width }) => width <= room) ? placed : undefined;
}

class Setter {
	readonly #size: number;
	readonly #measure: Measure;
	readonly #chinese: boolean;
	readonly #bits: RegExp;
	readonly #wide: RegExp;

	constructor(size: number, measure: Measure, chinese: boolean) {
		this.#size = size;
		this.#measure = measure;
		this.#chinese = chinese;
		const one = chinese ? wide + wideMarks : wide;
		this.#bits = new RegExp(String.raw`\s+|[${one}]|[^\s${one}]+`, 'gu');
		this.#wide = new RegExp(`^[${one}]`, 'u');
	}

	/** What must stay on one line, in order. */
	atoms(runs: readonly Run[]): Bit[][] {
		const atoms: Bit[][] = [];
		let before: Bit | undefined;
		for (const bit of this.#split(runs)) {
			const last = atoms.at(-1);
			if (before && last && this.#holds(before, bit)) last.push(bit);
			else atoms.push([bit]);
			before = bit;
		}
		return atoms;
	}

	set(atoms: readonly Bit[][], room: number): Line[] {
		const lines: Line[] = [];
		let line: Bit[] = [];
		for (const atom of atoms.flatMap((atom) => this.#small(atom, room))) {
			if (line.length > 0 && this.#place([...line, ...atom]).width > room) {
				lines.push(this.#place(line));
				line = [];
			}
			line.push(...atom);
		}
		return line.length > 0 ? [...lines, this.#place(line)] : lines;
	}

	#split(runs: readonly Run[]): Bit[] {
		const bits: Bit[] = [];
		let space = false;
		for (const [run, { text, strong = false }] of runs.entries()) {
			for (const [part] of text.matchAll(this.#bits)) {
				if (/^\s/.test(part)) space = true;
				else {
					bits.push({ text: part, strong, space, run });
					space = false;
				}
			}
		}
		return bits;
	}

	/** Whether no line may break between the two. */
	#holds(one: Bit, other: Bit): boolean {
		if (other.space) return one.strong && other.strong && one.run === other.run && /\d$/.test(one.text);
		if (closing.test(other.text) || opening.test(one.text)) return true;
		if (one.strong && other.strong && one.run === other.run)
			return !ideograph.test(one.text) || !ideograph.test(other.text);
		// A number that ends one run, or a word torn in two by it: no space, no break, unless an ideograph stands there.
		return !this.#isWide(one.text) && !this.#isWide(other.text);
	}

	/** An atom that no line can hold is broken all the same: nothing may be cut off. */
	#small(atom: Bit[], room: number): Bit[][] {
		if (this.#place(atom).width <= room) return [atom];
		if (atom.length > 1) return atom.flatMap((bit) => this.#small([bit], room));
		const [bit] = atom;
		return bit ? Array.from(bit.text, (text, at) => [{ ...bit, text, space: bit.space && at === 0 }]) : [];
	}

	#place(bits: readonly Bit[]): Line {
		const parts: Placed[] = [];
		let x = 0;
		for (const [at, bit] of bits.entries()) {
			const before = bits[at - 1];
			x += before ? this.#gap(before, bit) : this.#chinese && opensWide.test(bit.text) ? -this.#size / 2 : 0;
			parts.push({ text: bit.text, strong: bit.strong, x });
			x += this.#measure(bit.text, bit.strong);
		}
		// The white half of a mark at the line's end may stand in the margin.
		const last = bits.at(-1);
		return { parts, width: last && this.#chinese && closesWide.test(last.text) ? x - this.#size / 2 : x };
	}

	#gap(one: Bit, other: Bit): number {
		if (other.space) return this.#measure(' ', false);
		if (!this.#chinese) return 0;
		const trimmed = closesWide.test(one.text) && (closesWide.test(other.text) || opensWide.test(other.text));
		if (trimmed || (opensWide.test(one.text) && opensWide.test(other.text))) return -this.#size / 2;
		return this.#apart(one.text, other.text) || this.#apart(other.text, one.text) ? this.#size / 8 : 0;
	}

	#apart(one: string, other: string): boolean {
		return ideograph.test(one) && !this.#isWide(other) && latin.test(other);
	}

	#isWide(text: string): boolean {
		return this.#wide.test(text);
	}
}
