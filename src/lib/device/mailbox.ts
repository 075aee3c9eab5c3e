import type { Locale } from '../plan/locale.ts';

/**
 * What page and worker leave for each other: small JSON values in a cache of their own. The database is too large for the
 * worker, and localStorage is not there for it. Where caches are forbidden there is no worker either.
 */
export interface Mailbox {
	/** Updates that are unread: written by the page, added to by the worker when a push tells of another one. */
	unread: string[];
	/** ISO time of the last push that arrived. */
	arrived: string;
	/** What a look for news in the background needs to know of the reader, written by the page. */
	watching: { topics: string[]; known: string[]; locale: Locale };
	/** ISO time of the last look for news in the background. */
	woke: string;
	/** An activation that the worker could not send back: the page does. */
	activation: { id: string; token: string };
}

const name = 'kandong-mailbox';

export async function readMail<Key extends keyof Mailbox>(key: Key): Promise<Mailbox[Key] | undefined> {
	const cache = await caches.open(name);
	const found = await cache.match(`/${key}`);
	return found ? ((await found.json()) as Mailbox[Key]) : undefined;
}

export async function writeMail<Key extends keyof Mailbox>(key: Key, value: Mailbox[Key]): Promise<void> {
	const cache = await caches.open(name);
	await cache.put(`/${key}`, new Response(JSON.stringify(value)));
}

export async function clearMail(key?: keyof Mailbox): Promise<void> {
	if (key === undefined) await caches.delete(name);
	else await (await caches.open(name)).delete(`/${key}`);
}
