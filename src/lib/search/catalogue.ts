/**
 * What `/search/index.{zh,en}.json` holds: everything that can be found, as texts. The index proper is made from it on the
 * device in a moment, and would be three times as large to send.
 */
export interface Catalogue {
	cards: CardItem[];
	figures: FigureItem[];
	sentences: SentenceItem[];
	/** Chinese words of the plan with their pinyin, syllables separated by spaces. */
	words: [word: string, pinyin: string][];
	synonyms: Synonym[];
	/** Topics and settings. */
	places: Place[];
	/** Words to try, where the reader has none yet. */
	examples: string[];
}

/** In the reader's language, and in the other one. */
export type Both = [own: string, other: string];

export interface CardItem {
	id: string;
	topic: string;
	title: Both;
	text: Both;
	/** Its large number. */
	lead: Both;
	/** Its topics' names, and its figures with theirs. */
	about: Both;
}

export interface FigureItem {
	id: string;
	/** The card to which it leads. */
	card: string;
	topic: string;
	indicator: Both;
	shown: Both;
	/** As `<data value>` has it. */
	value: string;
	period: string;
	/** As its sentence says it, for its words. */
	quote: string;
}

export interface SentenceItem {
	id: string;
	/** In the plan's language. */
	text: string;
	/** Titles of its cards, for readers of another language. */
	about: string;
}

/** A page that is found by its name, or by what else people call it. */
export interface Place {
	name: string;
	href: string;
	say: string[];
}

/** Words that people use, and what of the plan they mean by them; see `search.yaml` of the content. */
export interface Synonym {
	say: string[];
	means: string[];
	/** Cards to show first. */
	cards: string[];
}
