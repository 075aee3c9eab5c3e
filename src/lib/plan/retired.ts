/** Cards that are no more. An id never means another card, so that a link shared years ago tells what became of it. Pure. */
import type { Lookup } from './content/lookup.ts';
import type { Content } from './content/schema.ts';
import { inEachLocale, type Words } from './locale.ts';

/** A card that was retired, as pages tell it. */
export interface RetiredCard {
	id: string;
	/** The day, ISO. */
	date: string;
	/** Whose decks showed it, its own topic first. */
	topics: string[];
	why: Words;
	/** The card that now says it: the last of a row of successors, which is no retired one. */
	successor?: { id: string; topic: string };
}

/** `undefined` for an id that was never retired. */
export function retiredCard(lookup: Lookup, id: string): RetiredCard | undefined {
	const entries = lookup.content.retired.value;
	const entry = Object.hasOwn(entries, id) ? entries[id] : undefined;
	if (!entry) return undefined;
	const { date, topics, why } = entry;
	const successor = lookup.cards.get(lastOf(entries, id))?.value;
	return {
		id,
		date,
		topics,
		why: inEachLocale((locale) => lookup.plain(why[locale], locale)),
		...(successor ? { successor: { id: successor.id, topic: successor.topic } } : {})
	};
}

export function retiredCards(lookup: Lookup): RetiredCard[] {
	return Object.keys(lookup.content.retired.value).flatMap((id) => retiredCard(lookup, id) ?? []);
}

/**
 * Follows successors that were themselves retired.
 * @returns the last of them, a card or a retired one without successor; `id` itself where they lead in a circle, which the
 * check refuses
 */
export function lastOf(entries: Content<'retired'>, id: string): string {
	const seen = new Set([id]);
	for (let at = id; ;) {
		const next = Object.hasOwn(entries, at) ? entries[at]?.successor : undefined;
		if (next === undefined) return at;
		if (seen.has(next)) return id;
		seen.add(next);
		at = next;
	}
}

/** Addresses that lead on: path of a retired card → path of the card that now says it, both in the first language. */
export function movedPaths(lookup: Lookup): Record<string, string> {
	return Object.fromEntries(
		retiredCards(lookup).flatMap(({ id, topics, successor }) =>
			successor ? topics.map((topic) => [`/topics/${topic}/${id}`, `/topics/${successor.topic}/${successor.id}`]) : []
		)
	);
}
