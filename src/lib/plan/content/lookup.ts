import { phrase, shown, type Unit } from '../figure-text.ts';
import { languages } from '../languages/index.ts';
import { inEachLocale, locales, type Locale, type Words } from '../locale.ts';
import { parseText } from '../text.ts';
import type { Located, PlanContent } from './read.ts';
import type { CardEntry, ComparisonEntry, Content, FigureEntry } from './schema.ts';

/** A sentence of the source with its place; offsets are UTF-16 code units, `end` exclusive. */
export interface Sentence {
	id: string;
	section: string;
	start: number;
	end: number;
	text: string;
}

/** What a `{token}` in a text stands for. */
export type Meaning =
	| { kind: 'figure'; id: string; figure: FigureEntry }
	| { kind: 'year'; year: string }
	| { kind: 'name'; words: Words; quote: string };

/** A stretch of shown text; with `figure` it is that figure's number, with `term` a name that the glossary explains. */
export interface Piece {
	text: string;
	figure?: string;
	term?: string;
}

const fallbackUnit: Unit = { scale: 1, ...inEachLocale(() => '') };

/** The content with its ids resolved: the one place that knows what a token, sentence or unit id means. */
export class Lookup {
	readonly sentences: ReadonlyMap<string, Sentence>;
	readonly cards: ReadonlyMap<string, Located<CardEntry & { topic: string }>>;
	readonly #names: ReadonlyMap<string, Meaning>;

	readonly content: PlanContent;

	constructor(content: PlanContent) {
		this.content = content;
		this.sentences = new Map(
			content.outline.value.flatMap((section) =>
				section.sentences.map(({ id, start, end }) => [
					id,
					{ id, section: section.id, start, end, text: content.source.slice(start, end) }
				])
			)
		);
		this.cards = new Map(content.cards.map((card) => [card.value.id, card]));
		this.#names = new Map(
			content.names.value.map(({ quote, ...words }) => [words[locales[0]], { kind: 'name', words, quote }])
		);
	}

	figure(id: string): FigureEntry | undefined {
		return this.content.figures.get(id)?.value;
	}

	/** Whether an id is mentioned by an entry that could not be read: what it lacks is not this id’s fault. */
	excused(id: string): boolean {
		return this.content.broken.split(/[^\w-]+/).includes(id);
	}

	citation(id: string): Content<'plan'>['citations'][string] | undefined {
		const { citations } = this.content.plan.value;
		return Object.hasOwn(citations, id) ? citations[id] : undefined;
	}

	/** What a later source says. */
	facts(citation: string): readonly string[] {
		const facts = this.content.facts.value;
		return Object.hasOwn(facts, citation) ? (facts[citation] ?? []) : [];
	}

	comparison(id: string): ComparisonEntry | undefined {
		const comparisons = this.content.comparisons.value;
		return Object.hasOwn(comparisons, id) ? comparisons[id] : undefined;
	}

	/** Whether two figures are declared to show one indicator over time. */
	paired(...pair: readonly [string, string]): boolean {
		return Object.values(this.content.comparisons.value).some(
			({ kind, figures }) => kind === 'pair' && pair.every((id) => figures.includes(id))
		);
	}

	unit(figure: FigureEntry): Unit {
		return this.content.units.value[figure.unit] ?? fallbackUnit;
	}

	meaning(name: string): Meaning | undefined {
		const figure = this.figure(name);
		if (figure) return { kind: 'figure', id: name, figure };
		if (Object.hasOwn(this.content.plan.value.years, name)) return { kind: 'year', year: name };
		return this.#names.get(name);
	}

	/** A text with its tokens filled in. An unknown token shows as itself; the check refuses it long before a reader could see it. */
	pieces(text: string, locale: Locale): Piece[] {
		const tokens = parseText(text);
		const pieces = tokens.map((token, index): Piece => {
			if (token.kind === 'words') return { text: token.words };
			// “at least 1,500 trains” may open a sentence.
			const before = tokens[index - 1];
			const opens = !before || (before.kind === 'words' && /[.!?]\s+$/.test(before.words));
			const meaning = this.meaning(token.name);
			switch (meaning?.kind) {
				case 'figure': {
					const { figure, id } = meaning;
					const unit = this.unit(figure);
					const text = token.bare ? shown(figure, unit, locale).number : phrase(figure, unit, locale);
					return { text: opens ? languages[locale].opening(text) : text, figure: id };
				}
				case 'year':
					return { text: meaning.year };
				case 'name':
					return { text: meaning.words[locale] };
				case undefined:
					return { text: `{${token.name}}` };
			}
		});
		return joined(pieces);
	}

	/** A text as a reader sees it, without break marks. */
	plain(text: string, locale: Locale): string {
		return this.pieces(text, locale)
			.map((piece) => piece.text)
			.join('')
			.replaceAll('|', '');
	}
}

/** Words, years and names side by side are one piece: only numbers are more than text. */
function joined(pieces: readonly Piece[]): Piece[] {
	const result: Piece[] = [];
	for (const piece of pieces) {
		const last = result.at(-1);
		if (last && last.figure === undefined && piece.figure === undefined) last.text += piece.text;
		else result.push({ ...piece });
	}
	return result;
}
