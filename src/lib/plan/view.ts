/**
 * A card as one language's page shows it: every text in pieces, so that each number stays a link to its evidence.
 * Plain data, made on the server; the page only arranges it.
 */
import type { Lookup, Piece } from './content/lookup.ts';
import { chartFigures, figuresOfCard } from './content/named.ts';
import type { CardEntry, FigureEntry } from './content/schema.ts';
import { parseFormula } from './derivation.ts';
import { phrase, shown, type Shown } from './figure-text.ts';
import { languages } from './languages/index.ts';
import type { Locale } from './locale.ts';
import type { Card, CardKind, ChartType, Citation, FigureKind, Plan, Status } from './plan.ts';
import { namesIn } from './text.ts';

export interface FigureView {
	kind: FigureKind;
	period: string;
	value: number | number[];
	shown: Shown;
	/** The number in running text. */
	phrase: string;
	indicator: Piece[];
	/** Where its evidence stands: a sentence of the plan, else the address of a later source. */
	sentence?: string;
	citation?: string;
	/** Only for a derived figure: the sum in words, 25.7‰ − 2.3个千分点. */
	formula?: Piece[];
	/** Names of a composition's parts. */
	parts?: string[];
	/** What became of a target, for outcomes. */
	status?: Status;
	/** The number is a floor (以上). */
	atLeast?: true;
}

export interface ChartView {
	type: ChartType;
	/** `pair`: one indicator over time; `set`: indicators side by side; `parts`: one composition. */
	kind: 'pair' | 'set' | 'parts';
	figures: string[];
	caption: Piece[];
	why: Piece[];
}

export interface UpdateView {
	id: string;
	date: string;
	title: Piece[];
	/** Every figure named in the title, by id. */
	figures: Record<string, FigureView>;
	status?: Status;
}

/** Reported for last year, planned for this year, or reported by a later source. */
export type ItemState = 'done' | 'doing' | 'since';

export interface CardView {
	id: string;
	topic: string;
	kind: CardKind;
	/** With “|” where a line may break. */
	title: Piece[];
	hero?: string;
	tiles: string[];
	body: Piece[];
	items: { state: ItemState; text: Piece[] }[];
	chart?: ChartView;
	/** The plan's own words at the card's foot, with their sentence. */
	quote?: { text: string; sentence: string };
	sentences: string[];
	/** Later sources that the card rests on, each once. */
	citations: Citation[];
	updates: UpdateView[];
	/** Every figure named above, by id. */
	figures: Record<string, FigureView>;
}

export function cardView(plan: Plan, lookup: Lookup, entry: CardEntry & { topic: string }, locale: Locale): CardView {
	const pieces = (words: Record<Locale, string> | undefined) => (words ? lookup.pieces(words[locale], locale) : []);
	const comparison =
		entry.chart?.comparison === undefined ? undefined : lookup.content.comparisons.value[entry.chart.comparison];
	const quoted = entry.sentences.find((id) => lookup.sentences.get(id)?.text.includes(entry.quote ?? ''));
	return {
		id: entry.id,
		topic: entry.topic,
		kind: entry.kind,
		title: pieces(entry.title),
		...(entry.hero === undefined ? {} : { hero: entry.hero }),
		tiles: entry.tiles,
		body: pieces(entry.body),
		items: entry.items.map((item) => ({ state: item.state, text: pieces(item) })),
		...(entry.chart
			? {
					chart: {
						type: entry.chart.type,
						kind: comparison?.kind ?? 'parts',
						figures: [...chartFigures(lookup, entry)],
						caption: pieces(entry.chart.caption),
						why: pieces(comparison?.why)
					}
				}
			: {}),
		...(entry.quote !== undefined && quoted !== undefined ? { quote: { text: entry.quote, sentence: quoted } } : {}),
		sentences: entry.sentences,
		citations: citationsOf(lookup, entry),
		updates: updatesOf(plan, lookup, entry.id, locale),
		figures: figureViews(plan, lookup, figuresOfCard(lookup, entry), locale)
	};
}

export function figureViews(
	plan: Plan,
	lookup: Lookup,
	ids: readonly string[],
	locale: Locale
): Record<string, FigureView> {
	return Object.fromEntries(
		ids.flatMap((id) => {
			const figure = lookup.figure(id);
			return figure ? [[id, figureView(plan, lookup, id, figure, locale)]] : [];
		})
	);
}

function figureView(plan: Plan, lookup: Lookup, id: string, figure: FigureEntry, locale: Locale): FigureView {
	const unit = lookup.unit(figure);
	const status = statusOf(plan, id);
	return {
		kind: figure.kind,
		period: figure.period,
		value: figure.value,
		shown: shown(figure, unit, locale),
		phrase: phrase(figure, unit, locale),
		indicator: lookup.pieces(figure.indicator[locale], locale),
		...evidence(lookup, figure),
		...(figure.kind === 'derived' ? { formula: formulaPieces(lookup, figure.formula, locale) } : {}),
		...(figure.kind === 'composition' ? { parts: figure.parts.map((part) => part[locale]) } : {}),
		...(status ? { status } : {}),
		...(figure.qualifier?.includes('以上') ? { atLeast: true } : {})
	};
}

/** A derived number leads to the sentence of what it was derived from. */
function evidence(lookup: Lookup, figure: FigureEntry): Pick<FigureView, 'sentence' | 'citation'> {
	if ('sentence' in figure) return { sentence: figure.sentence };
	if (figure.kind === 'derived') {
		const from = lookup.figure(parseFormula(figure.formula)?.from ?? '');
		return from ? evidence(lookup, from) : {};
	}
	const citation = lookup.content.plan.value.citations[figure.citation];
	return citation ? { citation: citation.url } : {};
}

function formulaPieces(lookup: Lookup, formula: string, locale: Locale): Piece[] {
	const parsed = parseFormula(formula);
	const number = (id: string): Piece => {
		const figure = lookup.figure(id);
		if (!figure) return { text: id };
		return { text: languages[locale].term(shown(figure, lookup.unit(figure), locale)), figure: id };
	};
	if (!parsed) return [{ text: formula }];
	const [from, by] = [number(parsed.from), number(parsed.by)];
	return parsed.kind === 'less' ? [from, { text: ' − ' }, by] : [from, { text: ' × (1 + ' }, by, { text: ')' }];
}

function citationsOf(lookup: Lookup, entry: CardEntry): Citation[] {
	const { citations } = lookup.content.plan.value;
	const ids = figuresOfCard(lookup, entry).flatMap((id) => {
		const figure = lookup.figure(id);
		return figure?.kind === 'outcome' ? [figure.citation] : [];
	});
	return [...new Set([...(entry.citation === undefined ? [] : [entry.citation]), ...ids])].flatMap((id) => {
		const found = citations[id];
		return found ? [{ url: found.url, title: found.title, publisher: found.publisher, date: found.date }] : [];
	});
}

function statusOf(plan: Plan, figure: string): Status | undefined {
	for (const { outcomes } of plan.updates) {
		const found = outcomes?.find(({ outcome }) => outcome === figure);
		if (found) return found.status;
	}
	return undefined;
}

function updatesOf(plan: Plan, lookup: Lookup, card: Card['id'], locale: Locale): UpdateView[] {
	return plan.updates
		.filter(({ cards }) => cards.includes(card))
		.map(({ id, date, outcomes }) => {
			const written = lookup.content.updates.find(({ value }) => value.id === id)?.value.title[locale] ?? '';
			const statuses = new Set(outcomes?.map(({ status }) => status));
			const [status] = statuses;
			return {
				id,
				date,
				title: lookup.pieces(written, locale),
				figures: figureViews(plan, lookup, namesIn(written), locale),
				...(statuses.size === 1 && status ? { status } : {})
			};
		});
}
