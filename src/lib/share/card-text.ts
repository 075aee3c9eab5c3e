import { m } from '$lib/paraglide/messages';
import type { Piece } from '$lib/plan/content/lookup';
import type { CardView, FigureView } from '$lib/plan/view';

/**
 * What a card says, as one text: its number first, then its sentences. A preview of a bare link, a message and a post on
 * another site all say this, so that the number arrives even where the page is never opened.
 */
export function cardText(card: Pick<CardView, 'hero' | 'tiles' | 'figures' | 'body' | 'items'>): string {
	const body = [card.body, ...card.items.map(({ text }) => text)].map(plain).filter((text) => text !== '');
	const told = body.join(m.list_separator());
	const named = card.hero === undefined ? card.tiles : [card.hero];
	const numbers = named.flatMap((id) => {
		const figure = card.figures[id];
		return figure && !told.includes(figure.phrase) ? [figureText(figure)] : [];
	});
	return joined([...numbers, ...body]);
}

/** A figure as a sentence: what it is, how much, and when. */
export function figureText({ indicator, phrase, period }: FigureView): string {
	return m.figure_sentence({ indicator: plain(indicator), phrase, year: period });
}

function plain(pieces: readonly Piece[]): string {
	return pieces.map(({ text }) => text).join('');
}

/** Puts a separator where the text before has not ended with a mark of its own. */
function joined(texts: readonly string[]): string {
	return texts.reduce((whole, text) => {
		if (whole === '') return text;
		const space = /\p{Script=Han}/u.test(text) ? '' : ' ';
		return whole + (/[。！？：；.!?:;]”?$/u.test(whole) ? space : m.list_separator()) + text;
	}, '');
}
