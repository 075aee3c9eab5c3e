/** The glossary's terms where a card's text says them, so that what a name is can be asked for where it is read. */
import type { Lookup, Piece } from './content/lookup.ts';
import { locales, type Locale } from './locale.ts';
import type { CardView } from './view.ts';

/** A term with what the text itself says of it, in one language. */
export interface TermView {
	id: string;
	term: string;
	line: string;
	sentence: string;
	/** The plan's own words, which hold the term. */
	quote: string;
}

export function termViews(lookup: Lookup, locale: Locale): TermView[] {
	return lookup.content.glossary.value.map(({ id, term, line, sentence, quote }) => ({
		id,
		term: lookup.plain(term[locale], locale),
		line: lookup.plain(line[locale], locale),
		sentence,
		quote
	}));
}

/**
 * The card with each term marked where its running text first says it; once is enough, more would be in the way of reading.
 * A translation says a term only where the original does: the same English words can stand for something else.
 */
export function withTerms(lookup: Lookup, card: CardView, locale: Locale): CardView {
	const entry = lookup.cards.get(card.id)?.value;
	const original = (text: Record<Locale, string> | undefined) =>
		text ? lookup.plain(text[locales[0]], locales[0]) : '';
	let waiting = lookup.content.glossary.value.map(({ id, term }) => ({
		id,
		original: original(term),
		name: lookup.plain(term[locale], locale)
	}));
	const mark = (pieces: readonly Piece[], text: Record<Locale, string> | undefined) => {
		const said = original(text);
		const marked = markTerms(
			pieces,
			waiting.filter((term) => said.includes(term.original))
		);
		waiting = waiting.filter(({ id }) => !marked.some(({ term }) => term === id));
		return marked;
	};

	const body = mark(card.body, entry?.body);
	const texts: Piece[][] = [];
	// In the order in which a card shows them.
	for (const state of ['done', 'doing', 'since'] as const) {
		for (const [index, item] of card.items.entries()) {
			if (item.state === state) texts[index] = mark(item.text, entry?.items[index]);
		}
	}
	return { ...card, body, items: card.items.map((item, index) => ({ ...item, text: texts[index] ?? item.text })) };
}

const letter = String.raw`[\p{Script=Latin}\p{Number}]`;
/** Not between two letters or digits: “8+N” is not in “18+N”, and no English term is a part of a word. */
const edge = `(?:(?<!${letter})|(?!${letter}))`;

/** A text with the first place of each of these terms as a piece of its own; numbers stay whole. */
export function markTerms(pieces: readonly Piece[], terms: readonly { id: string; name: string }[]): Piece[] {
	if (terms.length === 0) return [...pieces];
	const ids = new Map(terms.map(({ id, name }) => [name.toLowerCase(), id]));
	// The longest one that fits: a term within a term is a part of that name.
	const names = [...ids.keys()].toSorted((a, b) => b.length - a.length).map((name) => RegExp.escape(name));
	const pattern = new RegExp(`${edge}(?:${names.join('|')})${edge}`, 'giu');
	return pieces.flatMap((piece) => {
		if (piece.figure !== undefined) return piece;
		const parts: Piece[] = [];
		let position = 0;
		for (const { 0: text, index } of piece.text.matchAll(pattern)) {
			const term = ids.get(text.toLowerCase());
			if (term === undefined) continue;
			ids.delete(text.toLowerCase());
			if (index > position) parts.push({ text: piece.text.slice(position, index) });
			parts.push({ text, term });
			position = index + text.length;
		}
		if (position < piece.text.length) parts.push({ text: piece.text.slice(position) });
		return parts;
	});
}
