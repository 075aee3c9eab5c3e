/**
 * How tall a card is in a frame without a script to ask: estimated from its texts for the narrowest phone (320 px), and
 * rather too tall than too low. tests/e2e/share/embed.test.ts holds it against what a browser needs, for every card.
 */
import type { Piece } from '../plan/content/lookup.ts';
import type { CardView } from '../plan/view.ts';

/** Width of a card's text in a frame 320 px wide, and what stands around all texts; CSS pixels. */
const room = 276;
const frame = 210;

/** CSS pixels, a multiple of ten. */
export function embedHeight(card: CardView): number {
	const { title, hero, tiles, figures, chart, body, items, updates, quote, citations, sentences } = card;
	const figure = (id: string | undefined) => (id === undefined ? undefined : figures[id]);
	const heights = [
		lines(textOf(title), 24) * 33,
		...[figure(hero)].map((one) => (one ? heroHeight(one.shown, textOf(one.indicator), textOf(one.formula)) : 0)),
		...tiles.map((id) => 60 + lines(textOf(figure(id)?.indicator), 15) * 23 + 12),
		chart ? 40 + lines(textOf(chart.caption), 13.5) * 21 + chartHeight(card) : 0,
		lines(textOf(body), 17) * 29.3 + 12,
		...items.map(({ text }) => lines(textOf(text), 17, room - 14) * 27.2 + 8),
		new Set(items.map(({ state }) => state)).size > 1 ? 3 * 44 : 0,
		...updates.map((update) => 24 + lines(textOf(update.title), 15) * 23.5),
		quote ? lines(quote.text, 15, room - 15) * 23.5 + 52 + Math.ceil((sentences.length - 1) / 2) * 48 : 0,
		...citations.map(({ title, publisher }) => lines(title + publisher, 13.5) * 21 + 44)
	];
	// Phones' fonts differ: a little air at the end is better than a card that is cut.
	return Math.ceil(((frame + heights.reduce((sum, height) => sum + height, 0)) * 1.07) / 10) * 10;
}

function heroHeight(
	{ number, unit, before, after }: { number: string; unit: string; before: string; after: string },
	indicator: string,
	formula: string
): number {
	const words = before + unit + after;
	return (
		75 +
		(words.length > 4 || number.length > 5 ? 30 : 0) +
		lines(indicator, 15) * 23 +
		(formula === '' ? 0 : lines(formula, 15) * 23 + 24)
	);
}

function chartHeight({ chart, figures }: CardView): number {
	const rows = chart?.figures ?? [];
	if (chart?.type === 'doughnut') return 150;
	return rows.reduce((sum, id) => {
		const figure = figures[id];
		return sum + 26 + (figure ? lines(textOf(figure.indicator) + figure.phrase, 15, room - 40) * 21 : 0);
	}, 0);
}

function textOf(pieces: readonly Piece[] | undefined): string {
	return (pieces ?? []).map(({ text }) => text).join('');
}

/** How many lines a text takes: a Chinese character is as wide as it is tall, a Latin one a little more than half. */
function lines(text: string, size: number, width = room): number {
	if (text === '') return 0;
	const wide = Array.from(text).reduce((sum, character) => sum + (character > '\u2000' ? 1 : 0.56), 0);
	// Lines end before a word or a mark that no longer fits.
	return Math.ceil((wide * size * 1.06) / width);
}
