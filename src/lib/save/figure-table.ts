/** Figures as a table for spreadsheets: each with its year, its kind and the place of its evidence. */
import { m } from '../paraglide/messages.js';
import type { Lookup } from '../plan/content/lookup.ts';
import { figureWordKey } from '../plan/content/translation.ts';
import { decimal, spelled, times } from '../plan/decimal.ts';
import { locales, type Locale } from '../plan/locale.ts';
import type { Card, Figure, Plan } from '../plan/plan.ts';
import { figureViews } from '../plan/view.ts';
import { kindWord } from '../ui/kind-word.ts';
import type { Cell } from './csv.ts';

interface Source {
	plan: Plan;
	lookup: Lookup;
	locale: Locale;
	/** A path's absolute address in the language of the table. */
	whole: (path: string) => string;
}

/** The head, and for each card its figures in the order it shows them; a composition has a row for each part. */
export function figureTable(source: Source, cards: readonly Card[]): Cell[][] {
	const { figures } = source.plan;
	const rows = cards.flatMap((card) =>
		card.figures
			.flatMap((id) => figures.find((figure) => figure.id === id) ?? [])
			.flatMap((figure) => valuesOf(source, figure).map((value) => row(source, card, figure, value)))
	);
	return [head(), ...rows];
}

function head(): string[] {
	return [
		m.csv_card(),
		m.table_indicator(),
		m.table_value(),
		m.csv_unit(),
		m.table_year(),
		m.table_kind(),
		m.csv_as_written(),
		m.csv_formula(),
		m.csv_sentence(),
		m.csv_quote(),
		m.csv_source(),
		m.csv_source_address(),
		m.csv_card_address(),
		m.csv_id()
	];
}

interface Value {
	indicator: string;
	value: number;
}

function valuesOf({ lookup, locale }: Source, figure: Figure): Value[] {
	const indicator = figure.indicator[locale];
	if (Array.isArray(figure.value)) {
		return figure.value.map((value, index) => ({
			indicator: `${indicator} · ${figure.parts?.[index]?.[locale] ?? String(index + 1)}`,
			value
		}));
	}
	const entry = lookup.figure(figure.id);
	// In English 26.6 万人 is 266,000 people: the Chinese multiplier is taken into the number, exactly.
	const scale = locale !== locales[0] && entry ? lookup.unit(entry).scale : 1;
	const value = Number(spelled(times(decimal(figure.value), scale)).replaceAll(',', ''));
	return [{ indicator, value }];
}

function row(source: Source, card: Card, figure: Figure, { indicator, value }: Value): Cell[] {
	const { plan, lookup, locale, whole } = source;
	const { evidence } = figure;
	// A number that was worked out leads to the sentence of what it was worked out from.
	const view = figureViews(plan, lookup, [figure.id], locale)[figure.id];
	const { sentence } = view ?? {};
	const cited = evidence && 'url' in evidence ? evidence : undefined;
	return [
		card.title[locale].replaceAll('|', ''),
		indicator,
		value,
		unitOf(source, figure),
		figure.period,
		kindWord(figure.kind),
		figure.shown[locale],
		(view?.formula ?? []).map(({ text }) => text).join(''),
		sentence ?? '',
		evidence && 'quote' in evidence ? evidence.quote : '',
		cited?.title ?? plan.title[locale],
		cited?.url ?? view?.citation ?? whole(sentence === undefined ? '/plan' : `/plan#${sentence}`),
		whole(`/topics/${card.topic}/${card.id}`),
		figure.id
	];
}

function unitOf({ lookup, locale }: Source, figure: Figure): string {
	const entry = lookup.figure(figure.id);
	if (locale === locales[0] || !entry) return figure.unit;
	return entry[figureWordKey('unit', locale)] ?? lookup.unit(entry)[locale];
}
