/**
 * What a notification says: the change itself, in a reader's language, under the topic that reader follows. Every number
 * comes from a checked figure. The app and the push services see nothing else of an update.
 */
import type { Lookup } from './content/lookup.ts';
import type { FigureEntry, UpdateEntry } from './content/schema.ts';
import { qualifiersOf } from './as-printed.ts';
import { shown } from './figure-text.ts';
import { digests, languages } from './languages/index.ts';
import { languageTag, withLocale, type Locale } from './locale.ts';

/** A notification without its site: `path` is within the origin, in the reader's language. */
export interface Notification {
	title: string;
	body: string;
	lang: string;
	/** The same for every sending of one update, so that what is sent twice is shown once. */
	tag: string;
	path: string;
}

/** What the page and the service worker may do with a push beside showing it. */
export type NotificationData =
	| { kind: 'update'; update: string; topic: string }
	| { kind: 'digest'; updates: string[] }
	| { kind: 'warning' }
	/** The device sends the token back to `/api/push/subscriptions/{id}/activate`: only then anything else is sent to it. */
	| { kind: 'activation'; id: string; token: string }
	| { kind: 'test' };

type Update = UpdateEntry & { id: string };

/** Before encryption. Firefox on Android takes 2,744 bytes after it, the least of all push services. */
export const payloadLimit = 2000;

/** How many updates a digest names; the others it counts. */
const named = 3;

export function updateNotification(lookup: Lookup, update: Update, topic: string, locale: Locale): Notification {
	const { correction } = languages[locale].notice;
	const change = changeOf(lookup, update, locale) ?? lookup.plain(update.title[locale], locale);
	return {
		title: `${update.kind === 'correction' ? correction : ''}${topicName(lookup, topic, locale)} · ${change}`,
		body: lookup.plain(update.body[locale], locale),
		lang: languageTag[locale],
		tag: update.id,
		path: pathOf(lookup, update, locale)
	};
}

/** Several updates as one notification: how many, and the first ones by their titles. */
export function digestNotification(titles: readonly string[], locale: Locale, tag: string): Notification {
	const { title, separator } = digests[locale];
	return {
		title: title(titles.length),
		body: titles.slice(0, named).join(separator) + (titles.length > named ? '…' : ''),
		lang: languageTag[locale],
		tag,
		path: inLanguage('/following', locale)
	};
}

/** For a device that was not seen for 55 days: opening the app once keeps its notifications. */
export function warningNotification(locale: Locale): Notification {
	return {
		...languages[locale].notice.stillThere,
		lang: languageTag[locale],
		tag: 'still-there',
		path: inLanguage('/following', locale)
	};
}

/**
 * A notification as declarative Web Push carries it (https://www.w3.org/TR/push-api/#declarative-push-message); browsers
 * without that hand the same JSON to the service worker.
 */
export function payload({ path, ...said }: Notification, origin: string, data: NotificationData): string {
	return JSON.stringify({ web_push: 8030, notification: { ...said, navigate: origin + path, data } });
}

/** For a push service that finds the whole too large: the change and where it leads, without its line of context. */
export function smallPayload({ title, lang, tag, path }: Notification, origin: string): string {
	return JSON.stringify({ web_push: 8030, notification: { title, lang, tag, navigate: origin + path } });
}

/** “高新技术企业 ≥300 → 531 家”, where an update is about one target and its outcome and the two read side by side. */
function changeOf(lookup: Lookup, update: Update, locale: Locale): string | undefined {
	const [pair, ...others] = update.outcomes;
	if (!pair || others.length > 0 || typeof pair.outcome !== 'string' || pair.target === undefined) return undefined;
	const [target, outcome] = [lookup.figure(pair.target), lookup.figure(pair.outcome)];
	if (!target || !outcome || !readSideBySide(target, outcome)) return undefined;
	const floor = qualifiersOf(target).includes('以上') ? '≥' : '';
	const subject = lookup.plain((update.subject ?? outcome.indicator)[locale], locale);
	const planned = shown(target, lookup.unit(target), locale).number;
	const { number, unit } = shown(outcome, lookup.unit(outcome), locale);
	const { becomes, counts } = languages[locale].notice;
	return `${subject} ${floor}${planned} ${becomes} ${number}${counts(unit, subject) ? '' : unitAfter(unit)}`;
}

/** Plain numbers of one unit; a planned floor is shown as ≥, and no other qualifier may be lost. */
function readSideBySide(target: FigureEntry, outcome: FigureEntry): boolean {
	return (
		target.unit === outcome.unit &&
		target.reads === undefined &&
		outcome.reads === undefined &&
		qualifiersOf(target).every((qualifier) => qualifier === '以上') &&
		qualifiersOf(outcome).length === 0
	);
}

function unitAfter(unit: string): string {
	return unit === '' || /^[%‰]/.test(unit) ? unit : ` ${unit}`;
}

function topicName(lookup: Lookup, id: string, locale: Locale): string {
	const topic = lookup.content.topics.value.topics.find((topic) => topic.id === id);
	return (topic?.short ?? topic?.name)?.[locale] ?? id;
}

/** The first of the update's cards. */
function pathOf(lookup: Lookup, { cards }: Update, locale: Locale): string {
	const card = lookup.cards.get(cards[0] ?? '')?.value;
	return inLanguage(card ? `/topics/${card.topic}/${card.id}` : '/following', locale);
}

function inLanguage(path: string, locale: Locale): string {
	return withLocale(path, locale);
}
