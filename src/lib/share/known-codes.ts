/** What a check code may answer, and how a phone answers from what it keeps. Pure: page and server share it. */
import { readCode } from '../plan/check-code.ts';

/** A card as it now stands, for who comes from a picture of it. */
export interface CheckedCard {
	topic: string;
	title: string;
	/** Its number and its sentences. */
	text: string;
	/** The plan's own words, and their sentence. */
	quote?: { text: string; sentence: string };
}

export type Answer =
	| { kind: 'damaged' | 'unknown' }
	| { kind: 'current'; card: string }
	| {
			kind: 'corrected' | 'outdated' | 'reworded';
			card: string;
			/** The day of the picture's edition, ISO. */
			edition: string;
			/** `said` is in the source's language, in which editions are kept. */
			changes: { name: string; said: string; now?: string }[];
			updates: { id: string; date: string; title: string; body: string }[];
	  }
	| {
			kind: 'retired';
			/** Its headline, in the source's language. */
			title: string;
			edition: string;
			date: string;
			why: string;
			/** The successor, where there is one. */
			card?: string;
	  };

/** An answer with the card it leads to. */
export interface Checked {
	answer: Answer;
	card?: CheckedCard & { id: string };
}

/** All that a phone needs to answer without a network: every code that was ever given out, and the cards they lead to. */
export interface KnownCodes {
	answers: Record<string, Answer>;
	cards: Record<string, CheckedCard>;
}

/** @param text a code as somebody typed or scanned it */
export function checked({ answers, cards }: KnownCodes, text: string): Checked {
	const read = readCode(text);
	if (read.kind === 'damaged') return { answer: read };
	// A code is capitals and digits: none is the name of something that every object has.
	return withCard(answers[read.code] ?? { kind: 'unknown' }, (id) => cards[id]);
}

export function withCard(answer: Answer, find: (id: string) => CheckedCard | undefined): Checked {
	const id = 'card' in answer ? answer.card : undefined;
	const card = id === undefined ? undefined : find(id);
	return id !== undefined && card ? { answer, card: { id, ...card } } : { answer };
}
