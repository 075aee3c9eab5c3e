import { locales, type Words } from '../locale.ts';
import { namesIn } from '../text.ts';
import type { Lookup } from './lookup.ts';
import type { CardEntry } from './schema.ts';
import { inputsOf } from '../derivation.ts';

/** Every figure a card shows: hero, tiles, chart, and those named in its texts, in every language; in order, once each. */
export function figuresOfCard(lookup: Lookup, card: CardEntry): string[] {
	const named = [
		...(card.hero === undefined ? [] : [card.hero]),
		...card.tiles,
		...chartFigures(lookup, card),
		...textsOf(card).flatMap(namesIn)
	].filter((name) => lookup.figure(name) !== undefined);
	// A derived number is only as good as what it was derived from: its inputs belong to the card's evidence.
	const inputs = named.flatMap((id) => {
		const figure = lookup.figure(id);
		return figure?.kind === 'derived' ? inputsOf(figure.formula) : [];
	});
	// A name inside an indicator ({threshold} projects) is shown beside the number, so it counts too.
	const indicators = named.flatMap((id) => {
		const figure = lookup.figure(id);
		return figure ? inEvery(figure.indicator).flatMap(namesIn) : [];
	});
	return [...new Set([...named, ...inputs, ...indicators.filter((name) => lookup.figure(name) !== undefined)])];
}

/** The names with digits (8+N, 5G …) that a card's texts hold, as the source spells them. */
export function namesOfCard(lookup: Lookup, card: CardEntry): string[] {
	const names = textsOf(card)
		.flatMap(namesIn)
		.filter((name) => lookup.meaning(name)?.kind === 'name');
	return [...new Set(names)];
}

/** The figures of a card's chart, in the order they are drawn. */
export function chartFigures(lookup: Lookup, card: CardEntry): readonly string[] {
	const { chart } = card;
	if (!chart) return [];
	if (chart.figure !== undefined) return [chart.figure];
	return chart.comparison === undefined ? [] : (lookup.comparison(chart.comparison)?.figures ?? []);
}

function textsOf(card: CardEntry): string[] {
	return [card.title, card.body, card.chart?.caption, ...card.items].flatMap((words) => (words ? inEvery(words) : []));
}

const inEvery = (words: Words) => locales.map((locale) => words[locale]);
