import MiniSearch, { type Query, type SearchOptions, type SearchResult } from 'minisearch';
import type { CardItem, Catalogue, FigureItem, Place, SentenceItem } from './catalogue';
import { normal } from './normal';
import { lettersOf, sounded, wordsSounding } from './pinyin';
import { placesFor } from './places';
import { parts, placeOf, plainWay, type Part } from './query';
import { terms } from './tokens';

export interface Hit<Item> {
	item: Item;
	/** The terms of its texts that the query found. */
	terms: ReadonlySet<string>;
}

export interface Found {
	places: Place[];
	cards: Hit<CardItem>[];
	figures: Hit<FigureItem>[];
	sentences: Hit<SentenceItem>[];
	/** Nothing holds all that was asked for; these hold some of it. */
	near: boolean;
}

export interface Engine {
	search: (query: string) => Found;
}

interface Entry {
	id: string;
	title: string;
	lead: string;
	otherTitle: string;
	about: string;
	text: string;
	otherText: string;
}

const fields = ['title', 'lead', 'otherTitle', 'about', 'text', 'otherText'] as const;
const asGiven = { tokenize: (term: string) => [term], processTerm: (term: string) => term };

const options: SearchOptions = {
	...asGiven,
	boost: { title: 4, lead: 6, otherTitle: 2, about: 2, text: 1.5, otherText: 1 },
	// While a word is typed it is not whole; Chinese characters and amounts are.
	prefix: (term) => /^[a-z\d]/.test(term) && term.length > 1,
	weights: { prefix: 0.4, fuzzy: 0.2 }
};

/** For words that are nowhere: “hospitl” lacks one letter, and two that changed places (“frieght”) are two mistakes. */
const withTypos: SearchOptions = {
	...options,
	fuzzy: (term) => (/^[a-z]+$/.test(term) && term.length > 3 ? (term.length > 5 ? 2 : 1) : false)
};

/** The index is made in small steps, between which the page can answer its reader. */
export async function createEngine(catalogue: Catalogue): Promise<Engine> {
	const index = new MiniSearch<Entry>({ fields: [...fields], tokenize: terms, processTerm: (term) => term });
	await index.addAllAsync(entriesOf(catalogue), { chunkSize: 20 });
	const { synonyms, words, places } = catalogue;
	const vocabulary = { synonyms, known: new Set(words.map(([word]) => word)) };
	const sounds = sounded(words);
	const titles = titlesOf(catalogue);
	const find = (asked: readonly Part[], how = options, combineWith: 'AND' | 'OR' = 'AND') =>
		asked.length === 0 ? [] : index.search(queryOf(asked, combineWith), how);
	const items = itemsById(catalogue);

	return {
		search(query) {
			const letters = lettersOf(query);
			const plain = parts(query, vocabulary);
			const asTyped = find(plain);
			const sounding = letters === undefined ? [] : wordsSounding(letters, sounds, asTyped.length > 0);
			const asked = sounding.length > 0 ? [asOne(plain, sounding)] : plain;
			const found = sounding.length > 0 ? find(asked) : asTyped;
			const exact = found.length > 0 ? found : find(asked, withTypos);
			const near = exact.length === 0;
			const results = near ? closest(find(asked, withTypos, 'OR')) : exact;
			const first = named(query, catalogue);
			const hits = ranked(results, query, first, titles);
			const asPlace = placesFor([normal(query).trim(), ...sounding.slice(0, 1)], places);
			return { places: asPlace, ...grouped(hits, first, items, catalogue), near: near && hits.length > 0 };
		}
	};
}

/** How much more the first card of an entry of that list counts than one that is not named. */
const firstNamed = 4;

/** The cards that the list of what people say shows first, each with how much it is meant. */
function named(query: string, { synonyms }: Catalogue): Map<string, number> {
	const text = normal(query);
	const said = synonyms.filter(({ say }) => say.some((word) => placeOf(normal(word), text) !== -1));
	return new Map(
		said.flatMap(({ cards }) => cards.map((id, index) => [`c ${id}`, 1 + (firstNamed - 1) / (1 + index)] as const))
	);
}

/** Letters as they were typed, or as the sound of one of these words. */
function asOne(typed: readonly Part[], words: readonly string[]): Part {
	const sounds = words.map((word, index) => plainWay(word, 1 / (1 + index)));
	if (typed.length === 1) return [...(typed[0] ?? []), ...sounds];
	return [{ terms: typed.flatMap((part) => part[0]?.terms ?? []), weight: 1 }, ...sounds];
}

function queryOf(asked: readonly Part[], combineWith: 'AND' | 'OR'): Query {
	return {
		combineWith,
		queries: asked.map((part) => ({
			combineWith: 'OR',
			queries: part.map(({ terms, weight }) => ({ combineWith, queries: terms, boostTerm: () => weight }))
		}))
	};
}

/** Of what holds only some of the query, what holds the most. */
function closest(results: SearchResult[]): SearchResult[] {
	const best = Math.max(0, ...results.map(({ score }) => score));
	return results.filter(({ score }) => score > best / 3).slice(0, 12);
}

function entriesOf({ cards, figures, sentences }: Catalogue): Entry[] {
	return [
		...cards.map(({ id, title, lead, text, about }) => ({
			id: `c ${id}`,
			title: title[0],
			lead: lead.join(' '),
			otherTitle: title[1],
			about: about.join(' '),
			text: text[0],
			otherText: text[1]
		})),
		...figures.map(({ id, indicator, shown, quote, period }) => ({
			id: `f ${id}`,
			title: `${shown[0]} ${indicator[0]}`,
			lead: '',
			otherTitle: `${shown[1]} ${indicator[1]}`,
			about: period,
			text: quote,
			otherText: ''
		})),
		...sentences.map(({ id, text, about }) => ({
			id: `s ${id}`,
			title: '',
			lead: '',
			otherTitle: '',
			about,
			text,
			otherText: ''
		}))
	];
}

/** What the query may stand in as it was typed: titles, numbers and their names. */
function titlesOf({ cards, figures }: Catalogue): Map<string, string> {
	return new Map([
		...cards.map(({ id, title, lead }) => [`c ${id}`, normal([...title, ...lead].join(' '))] as const),
		...figures.map(({ id, indicator, shown }) => [`f ${id}`, normal([...shown, ...indicator].join(' '))] as const)
	]);
}

/** By score; what holds the query as it was typed goes before what holds its pieces. */
function ranked(
	results: SearchResult[],
	query: string,
	first: ReadonlyMap<string, number>,
	titles: ReadonlyMap<string, string>
) {
	const typed = normal(query).trim();
	const weight = ({ id, score }: SearchResult) =>
		score * (titles.get(String(id))?.includes(typed) ? 1.6 : 1) * (first.get(String(id)) ?? 1);
	return results
		.map((result) => ({ id: String(result.id), terms: new Set(Object.keys(result.match)), weight: weight(result) }))
		.sort((a, b) => b.weight - a.weight);
}

interface Items {
	cards: ReadonlyMap<string, CardItem>;
	figures: ReadonlyMap<string, FigureItem>;
	sentences: ReadonlyMap<string, SentenceItem>;
}

function itemsById({ cards, figures, sentences }: Catalogue): Items {
	const byId = <Item extends { id: string }>(kind: string, items: readonly Item[]) =>
		new Map(items.map((item) => [`${kind} ${item.id}`, item]));
	return { cards: byId('c', cards), figures: byId('f', figures), sentences: byId('s', sentences) };
}

function grouped(
	hits: readonly { id: string; terms: ReadonlySet<string> }[],
	first: ReadonlyMap<string, number>,
	items: Items,
	{ cards }: Catalogue
): Omit<Found, 'near' | 'places'> {
	const of = <Item>(known: ReadonlyMap<string, Item>): Hit<Item>[] =>
		hits.flatMap(({ id, terms }) => {
			const item = known.get(id);
			return item ? [{ item, terms }] : [];
		});
	// A card that the list names is shown even where it holds none of the words; before the others if it is named first.
	const missing = cards.filter(({ id }) => first.has(`c ${id}`) && !hits.some((hit) => hit.id === `c ${id}`));
	const without = (main: boolean) =>
		missing
			.filter(({ id }) => ((first.get(`c ${id}`) ?? 0) === firstNamed) === main)
			.map((item) => ({ item, terms: new Set<string>() }));
	return {
		cards: [...without(true), ...of(items.cards), ...without(false)],
		figures: of(items.figures),
		sentences: of(items.sentences)
	};
}
