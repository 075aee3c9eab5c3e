import type { FigureEntry } from '../content/schema.ts';
import type { Shown, Unit } from '../figure-text.ts';

/** How long a text may be. */
export interface Length {
	most: number;
	/** What is counted, as messages to editors say it: characters, words. */
	of: string;
	/** @param shown the text as a reader sees it */
	measure: (shown: string) => number;
}

/**
 * What a language needs beside words: how it says numbers, sets texts side by side, and counts their length. A file for each
 * language; the type checker asks for every one of `locales`.
 */
export interface Language {
	/** Whether words are set apart by spaces. */
	spaced: boolean;
	/** Between a name and what is said of it. */
	colon: string;
	/** Between a body and the items after it; a sentence has its full stop already. */
	between: (before: string) => string;
	/** The parts of a name that joins several: “Jobs and income”. */
	partsOf: (name: string) => string[];

	/** A number as it is set on a card. */
	shown: (figure: FigureEntry, unit: Unit) => Shown;
	/** It in running text. */
	phrase: (shown: Shown) => string;
	/** It in the sum that it was worked out by. */
	term: (shown: Shown) => string;
	/** A phrase that opens a sentence. */
	opening: (phrase: string) => string;
	/** The value’s digits as this language writes them. */
	number: (value: FigureEntry['value'], scale: number) => string;

	/** Words that bound a number, directly before and after its token: they come with the token, and no text adds them. */
	qualifiers: { before: RegExp; after?: RegExp };
	/** Words after a bare number that make it another one: million, 万. */
	multipliers: RegExp;
	title: Length;
	/** Body and items of a card. */
	text: Length;
	updateTitle: Length;

	notice: {
		/** A lock screen cuts what is longer: a title after one or two lines, the rest after about four. */
		title: number;
		body: number;
		measure: (text: string) => number;
		/** Before the topic’s name, when something was wrong. */
		correction: string;
		/** From what was planned to what came. */
		becomes: string;
		/** Whether what is counted is named already: “High-tech firms ≥300 → 531”, not “531 firms”. */
		counts: (unit: string, subject: string) => boolean;
		/** To a device that was not seen for long. */
		stillThere: { title: string; body: string };
	};

	/** How share pictures set it: with which of their fonts, and how much larger than Noto’s ideographs. */
	picture: { script: 'chinese' | 'english'; scale: number; phrases: (headline: string) => string[] };
}

/** How several updates are told as one. Apart from the rest, because the service worker says it too. */
export interface Digest {
	title: (updates: number) => string;
	/** Between their titles. */
	separator: string;
}
