/** What each picture shows, from the same views and words as the pages. */
import { chartRows, needsTwoLines } from '../chart/rows.ts';
import { cardLabel, stateLabel, statusLabel } from '../deck/label.ts';
import { m } from '../paraglide/messages.js';
import { overwriteGetLocale } from '../paraglide/runtime.js';
import { shownCode } from '../plan/check-code.ts';
import type { Piece } from '../plan/content/lookup.ts';
import type { LoadedPlan } from '../plan/load.ts';
import { languages } from '../plan/languages/index.ts';
import { locales, withLocale, type Locale } from '../plan/locale.ts';
import type { Citation, Topic, Update } from '../plan/plan.ts';
import { checkCodeOf } from '../plan/statement.ts';
import { cardView, figureViews, type CardView, type FigureView, type UpdateView } from '../plan/view.ts';
import { checkPath } from '../share/check-code.ts';
import type { Big, Entry, Face, Run } from './face.ts';

type Figures = Record<string, FigureView>;

/**
 * The faces of all cards, topics, updates and the home page, in both languages.
 * @param origin of the site, without a slash at its end: QR codes are absolute
 * @param editionOf the day of the edition since which a card says what it says, ISO
 */
export function facesOf(loaded: LoadedPlan, origin: string, editionOf: (card: string) => string): Face[] {
	return locales.flatMap((locale) => {
		// Drawing is no request that has a language of its own.
		overwriteGetLocale(() => locale);
		return new Faces(loaded, origin, editionOf, locale).all();
	});
}

class Faces {
	readonly #loaded: LoadedPlan;
	readonly #origin: string;
	readonly #editionOf: (card: string) => string;
	readonly #locale: Locale;
	readonly #years: { result: string; target: string };

	constructor(loaded: LoadedPlan, origin: string, editionOf: (card: string) => string, locale: Locale) {
		this.#loaded = loaded;
		this.#origin = origin;
		this.#editionOf = editionOf;
		this.#locale = locale;
		const years = Object.entries(loaded.lookup.content.plan.value.years);
		const yearOf = (role: string) => years.find(([, year]) => year.role === role)?.[0] ?? '';
		this.#years = { result: yearOf('result'), target: yearOf('target') };
	}

	all(): Face[] {
		const { plan } = this.#loaded;
		return [
			...plan.cards.flatMap(({ id }) => this.#card(id)),
			...plan.topics.map((topic) => this.#topic(topic)),
			...plan.updates.map((update) => this.#update(update)),
			this.#home()
		];
	}

	#card(id: string): Face[] {
		const card = this.#view(id);
		if (!card) return [];
		const { hero, figures } = card;
		const groups = (['done', 'doing', 'since'] as const)
			.map((state) => ({ state, items: card.items.filter((item) => item.state === state) }))
			.filter(({ items }) => items.length > 0);
		const big = hero === undefined ? undefined : figures[hero];
		return [
			{
				...this.#frame({ kind: 'card', id }, card.topic),
				label: cardLabel(card, this.#years),
				title: phrases(card.title),
				...(big ? { hero: bigOf(big) } : {}),
				tiles: card.tiles.flatMap((id) => figures[id] ?? []).map(bigOf),
				...chartOf(card),
				body: runs(card.body, figures),
				calm: card.kind === 'gap',
				groups: groups.map(({ state, items }) => ({
					...(groups.length > 1 ? { label: stateLabel(state, this.#years) } : {}),
					done: state !== 'doing',
					items: items.map(({ text }) => runs(text, figures))
				})),
				updates: card.updates
					.filter((update) => !isShown(update, card))
					.map(({ date, title, figures, status }) => ({
						date,
						text: runs(title, figures),
						status: status ? statusLabel(status) : ''
					})),
				...(card.quote ? { quote: card.quote.text } : {}),
				source: [...this.#sentences(card), ...card.citations.map((citation) => this.#cited(citation))],
				...this.#checked(id)
			}
		];
	}

	#topic(topic: Topic): Face {
		const { plan } = this.#loaded;
		const cards = plan.cards.filter(({ id }) => topic.cards.includes(id));
		const figures = new Set(cards.flatMap(({ figures }) => figures));
		const updates = plan.updates.filter(({ topics }) => topics.includes(topic.id));
		const counts = [
			`${cards.length} ${m.count_cards({ n: cards.length })}`,
			...(figures.size > 0 ? [`${figures.size} ${m.count_figures({ n: figures.size })}`] : []),
			...(updates.length > 0 ? [`${updates.length} ${m.count_updates({ n: updates.length })}`] : [])
		];
		return {
			...this.#frame({ kind: 'topic', id: topic.id }, topic.id),
			heading: m.app(),
			label: counts.join(' · '),
			title: [topic.name[this.#locale]],
			entries: topic.cards.slice(0, 7).flatMap((id) => this.#entry(id)),
			edition: this.#edition(newest(topic.cards.map(this.#editionOf))),
			link: this.#page(`/topics/${topic.id}`)
		};
	}

	/** A card in a line: its headline, and its number. */
	#entry(id: string): Entry[] {
		const card = this.#view(id);
		const hero = card?.hero === undefined ? undefined : card.figures[card.hero];
		return card ? [{ text: phrases(card.title).join(''), value: hero?.phrase ?? '' }] : [];
	}

	#update(update: Update): Face {
		const { lookup, plan } = this.#loaded;
		const written = lookup.content.updates.find(({ value }) => value.id === update.id)?.value;
		const outcomes = (update.outcomes ?? []).flatMap(({ outcome }) => (typeof outcome === 'string' ? [outcome] : []));
		const figures = figureViews(
			plan,
			lookup,
			plan.figures.map(({ id }) => id),
			this.#locale
		);
		const bigs = outcomes.flatMap((id) => figures[id] ?? []).map(bigOf);
		const statuses = [...new Set(update.outcomes?.map(({ status }) => status))];
		const [card = ''] = update.cards;
		const view = this.#view(card);
		const charted = update.cards.length === 1 && view && outcomes.some((id) => view.chart?.figures.includes(id));
		const text = (words: Record<Locale, string> | undefined) =>
			words ? runs(lookup.pieces(words[this.#locale], this.#locale), figures) : [];
		return {
			...this.#frame({ kind: 'update', id: update.id }, update.topics[0]),
			label: [update.date, kindOf(update), ...(statuses.length === 1 ? statuses.map(statusLabel) : [])].join(' · '),
			title: headline(update.title[this.#locale], this.#locale),
			...(bigs.length === 1 && bigs[0] ? { hero: bigs[0] } : {}),
			tiles: bigs.length > 1 ? bigs : [],
			...(charted ? chartOf(view) : {}),
			body: text(written?.body),
			source: [this.#cited(update.citation)],
			...this.#checked(card),
			edition: this.#edition(update.date)
		};
	}

	#home(): Face {
		const { plan } = this.#loaded;
		return {
			...this.#frame({ kind: 'home' }),
			heading: m.app(),
			label: '',
			title: headline(m.app_line(), this.#locale),
			entries: plan.topics.map(({ id, name, lead }) => {
				const card = this.#view(lead);
				const hero = card?.hero === undefined ? undefined : card.figures[card.hero];
				const said = hero ? `${plain(hero.indicator)} ${hero.phrase}` : phrases(card?.title ?? []).join('');
				return { text: name[this.#locale], value: said, topic: id };
			}),
			edition: this.#edition(newest(plan.cards.map(({ id }) => this.#editionOf(id)))),
			link: this.#page('/')
		};
	}

	/** What is the same on all, and nothing else. */
	#frame(subject: Face['subject'], topic?: string): Face {
		const { plan } = this.#loaded;
		return {
			subject,
			locale: this.#locale,
			...(topic === undefined ? {} : { topic }),
			heading: plan.topics.find(({ id }) => id === topic)?.name[this.#locale] ?? m.app(),
			plan: m.picture_plan({ city: plan.city[this.#locale], year: this.#years.target }),
			label: '',
			title: [],
			tiles: [],
			body: [],
			calm: false,
			groups: [],
			entries: [],
			updates: [],
			source: [plan.title[this.#locale], m.source_line({ publisher: plan.publisher, date: plan.published })],
			edition: '',
			app: m.app(),
			scan: m.picture_scan(),
			link: ''
		};
	}

	#view(id: string): CardView | undefined {
		const { plan, lookup } = this.#loaded;
		const entry = lookup.cards.get(id)?.value;
		return entry && cardView(plan, lookup, entry, this.#locale);
	}

	/** The card's edition, its check code and where the code leads. */
	#checked(card: string): Pick<Face, 'edition' | 'code' | 'link'> {
		const code = checkCodeOf(this.#loaded.plan, card) ?? '';
		return {
			edition: this.#edition(this.#editionOf(card)),
			code: m.picture_code({ code: shownCode(code) }),
			link: this.#origin + checkPath(code, this.#locale)
		};
	}

	#sentences({ quote, sentences }: CardView): string[] {
		const { plan } = this.#loaded;
		const [first] = quote ? [quote.sentence] : sentences;
		if (first === undefined) return [];
		const line = m.source_line({ publisher: plan.publisher, date: plan.published });
		return [m.picture_sentence({ n: Number(first.slice(1)), line })];
	}

	#cited({ publisher, date }: Citation): string {
		return m.picture_source({ line: m.source_line({ publisher, date }) });
	}

	#edition(date: string): string {
		return m.picture_edition({ date });
	}

	#page(path: string): string {
		return this.#origin + withLocale(path, this.#locale);
	}
}

/** What came of it stands on the card already, as its number or in its chart. */
function isShown(update: UpdateView, { hero, chart, tiles }: CardView): boolean {
	const large = new Set([hero, ...tiles, ...(chart?.figures ?? [])]);
	const outcomes = Object.entries(update.figures).filter(([, { kind }]) => kind === 'outcome');
	return outcomes.length > 0 && outcomes.every(([id]) => large.has(id));
}

/** An update's headline has no marks: a Chinese one breaks after punctuation, an English one between words. */
function headline(title: string, locale: Locale): string[] {
	return languages[locale].picture.phrases(title);
}

const newest = (dates: readonly string[]) => dates.reduce((one, other) => (one > other ? one : other), '');

const plain = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('');

const phrases = (title: readonly Piece[]) => plain(title).split('|');

function runs(pieces: readonly Piece[], figures: Figures): Run[] {
	return pieces.flatMap(({ text, figure }): Run[] => {
		const known = figure === undefined ? undefined : figures[figure];
		if (!known) return [{ text }];
		// Never without its mark: what was worked out is not what the plan says.
		return [
			{ text, strong: true },
			...(known.kind === 'derived' ? [{ text: m.picture_derived({ mark: m.derived_mark() }) }] : [])
		];
	});
}

function bigOf({ shown, indicator, period, formula }: FigureView): Big {
	const counts = plain(indicator) + m.in_year_suffix({ year: period });
	return { ...shown, counts: formula ? `${counts}${m.list_separator()}${m.derived_from()}${plain(formula)}` : counts };
}

function chartOf({ chart, figures }: CardView): Pick<Face, 'chart'> {
	if (!chart) return {};
	const rows = chartRows(chart, figures);
	return { chart: { type: chart.type, rows, long: rows.some(needsTwoLines) } };
}

function kindOf({ kind }: Update): string {
	switch (kind) {
		case 'number':
			return m.update_number();
		case 'status':
			return m.update_status();
		case 'text':
			return m.update_text();
		case 'new':
			return m.update_new();
		case 'correction':
			return m.update_correction();
	}
}
