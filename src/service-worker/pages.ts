import { version } from '$service-worker';
import type { PageState } from '$lib/device/receipt';
import { localeOf, locales, type Locale } from '$lib/plan/locale';
import { isPageCache, pageCache } from './names';
import { pagePaths } from './page-list';
import { expectThisRelease, OtherRelease } from './this-release';
import { fromStore, storedSize, toStore } from './stored';

/** What `/offline/{language}.json` holds: each page and each page's data, by path, of one release. */
interface Bundle {
	version: string;
	pages: Record<string, string>;
	data: Record<string, string>;
}

/** No page has such an address. */
const filledAt = '/filled-at';

/**
 * Brings a language onto the phone: one file, in which a hundred pages that have most of their text in common compress to
 * a third of what they take one by one.
 * @throws when there is no network, or another release on the site; what was there before stays as it was
 */
export function fillLanguage(locale: Locale): Promise<void> {
	const underWay = filling.get(locale) ?? fetchLanguage(locale).finally(() => filling.delete(locale));
	filling.set(locale, underWay);
	return underWay;
}

/** Two tabs may ask for the same. */
const filling = new Map<Locale, Promise<void>>();

async function fetchLanguage(locale: Locale): Promise<void> {
	const response = await fetch(`/offline/${locale}.json`, { cache: 'no-cache' });
	if (!response.ok) throw new Error(`/offline/${locale}.json: ${String(response.status)}`);
	const { version: there, pages, data } = (await response.json()) as Bundle;
	if (there !== version) throw new OtherRelease();
	const cache = await caches.open(pageCache(locale));
	for (const [path, html] of Object.entries(pages))
		await cache.put(path, await toStore(html, 'text/html; charset=utf-8'));
	for (const [path, json] of Object.entries(data)) await cache.put(path, await toStore(json, 'application/json'));
	await cache.put(filledAt, new Response(new Date().toISOString()));
}

/** When the language was fetched to its end, ISO. It lies among the pages, and goes with them. */
export async function filled(locale: Locale): Promise<string | undefined> {
	const cache = await caches.open(pageCache(locale));
	return (await cache.match(filledAt))?.text();
}

export async function cachedPage(path: string): Promise<Response | undefined> {
	// `/search/index.en.json` is in English too.
	const [, named] = /\.(\w+)\.json$/.exec(path) ?? [];
	const locale = locales.find((known) => known === named) ?? localeOf(path);
	const cache = await caches.open(pageCache(locale));
	const stored = await cache.match(path);
	return stored && fromStore(stored);
}

/** What is really in the cache, counted now. */
export async function pageState(locale: Locale): Promise<PageState> {
	const cache = await caches.open(pageCache(locale));
	const stored = new Map<string, number>();
	for (const request of await cache.keys()) {
		const response = await cache.match(request);
		if (response) stored.set(new URL(request.url).pathname, storedSize(response));
	}
	const paths = await pagePaths(locale);
	const cards = new Set(paths.map(cardOf).filter((card) => card !== undefined));
	const cardsCached = new Set(
		paths
			.filter((path) => stored.has(path))
			.map(cardOf)
			.filter((card) => card !== undefined)
	);
	const at = await filled(locale);
	return {
		total: paths.length,
		cached: paths.filter((path) => stored.has(path)).length,
		cards: cards.size,
		cardsCached: cardsCached.size,
		bytes: [...stored.values()].reduce((sum, size) => sum + size, 0),
		...(at === undefined ? {} : { filled: at })
	};
}

/** A card may stand in several topics; it is one card. */
function cardOf(path: string): string | undefined {
	return /\/topics\/[^/]+\/([^/]+)$/.exec(path)?.[1];
}

/** Fetches the pages that are missing: each by itself when they are few, the whole language when they are many. */
export async function repairPages(locale: Locale): Promise<void> {
	const cache = await caches.open(pageCache(locale));
	const missing: string[] = [];
	for (const path of await pagePaths(locale)) if (!(await cache.match(path))) missing.push(path);
	if (missing.length === 0) return;
	if (missing.length > 8) return fillLanguage(locale);
	await expectThisRelease();
	for (const path of missing) {
		const response = await fetch(path, { cache: 'no-cache' });
		if (!response.ok) throw new Error(`${path}: ${String(response.status)}`);
		await cache.put(path, await toStore(await response.text(), 'text/html; charset=utf-8'));
	}
}

/** Earlier releases' pages go when this one has taken over: nobody may be shown an old number as if it were new. */
export async function prunePages(): Promise<void> {
	const current = new Set<string>(locales.map(pageCache));
	for (const name of await caches.keys()) if (isPageCache(name) && !current.has(name)) await caches.delete(name);
}
