import { createHash } from 'node:crypto';
import { languageTag, type Locale } from '../locale.ts';
import type { Citation, Plan, Update } from '../plan.ts';

/** The updates of one topic, or of all, in one language: what Atom and JSON Feed both say. */
export interface Feed {
	/** The same for ever, wherever the site moves. */
	id: string;
	title: string;
	description: string;
	/** BCP 47. */
	language: string;
	/** Absolute addresses: the page that the feed follows, and the feed's own in each format. */
	home: string;
	self: { atom: string; json: string };
	icon: string;
	author: string;
	/** Newest first; an empty feed is as old as the plan. */
	entries: FeedEntry[];
	/** RFC 3339. */
	updated: string;
}

export interface FeedEntry {
	id: string;
	/** The card's page, absolute. */
	url: string;
	title: string;
	body: string;
	source: Citation;
	/** Names of topics. */
	topics: string[];
	/** RFC 3339. */
	date: string;
}

export interface FeedOptions {
	locale: Locale;
	/** Absent for the feed of all topics. */
	topic?: string;
	/** What the feed is called, and what it is about, in its language. */
	words: { title: string; description: string; author: string };
	/** Makes a path of the app an absolute address in the feed's language; files have no language. */
	page: (path: string) => string;
	file: (path: string) => string;
}

export function feedOf(plan: Plan, options: FeedOptions): Feed {
	const { locale, topic, words, page, file } = options;
	const name = topic ?? 'all';
	const updates = plan.updates.filter(({ topics }) => topic === undefined || topics.includes(topic));
	return {
		id: nameFor(plan, `${locale}/feeds/${name}`),
		title: words.title,
		description: words.description,
		language: languageTag[locale],
		home: page(topic === undefined ? '/following' : `/topics/${topic}`),
		self: { atom: page(`/feeds/${name}.xml`), json: page(`/feeds/${name}.json`) },
		icon: file('/icons/icon-512.png'),
		author: words.author,
		entries: updates.map((update) => entryOf(plan, update, options)),
		updated: moment(updates[0]?.date ?? plan.published)
	};
}

function entryOf(plan: Plan, update: Update, { locale, page }: FeedOptions): FeedEntry {
	const card = plan.cards.find(({ id }) => id === update.cards[0]);
	return {
		id: nameFor(plan, `${locale}/updates/${update.id}`),
		url: page(card ? `/topics/${card.topic}/${card.id}` : '/following'),
		title: update.title[locale],
		body: update.body[locale],
		source: update.citation,
		topics: plan.topics.filter(({ id }) => update.topics.includes(id)).map(({ name }) => name[locale]),
		date: moment(update.date)
	};
}

/**
 * A name that no address is part of: after a move to another domain, feed readers would show every entry again as new.
 * An update that two feeds have carries one name in both, so that it is shown once.
 */
function nameFor(plan: Plan, what: string): string {
	const hash = createHash('sha256').update(`${plan.id}/${what}`).digest('hex');
	// Version 8: made from whatever one likes (RFC 9562).
	return `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/** Only the day of an update is known. At noon UTC it is that day in nearly every time zone. */
function moment(day: string): string {
	return `${day}T12:00:00Z`;
}
