import { build, files, version } from '$service-worker';
import { PrecacheController } from 'workbox-precaching';
import type { RouteHandlerCallback, RouteMatchCallback } from 'workbox-core';
import type { AssetState } from '$lib/device/receipt';
import { readMeta, writeMeta } from './meta';
import { assetCache } from './names';
import { safely } from './safely';
import { expectThisRelease } from './this-release';

/**
 * Scripts, styles and icons, and the lists of the edition's figures and of its pages. Hashed names never change their content; the others
 * are fetched anew with each release. Pictures for app stores are nobody's reading.
 */
const controller = new PrecacheController({ cacheName: assetCache });
controller.addToCacheList([
	...build.map((url) => ({ url, revision: null })),
	...files.filter((url) => url.startsWith('/icons/')).map((url) => ({ url, revision: version })),
	{ url: '/edition.json', revision: version },
	{ url: '/offline/pages.json', revision: version }
]);

export function installAssets(event: ExtendableEvent): Promise<unknown> {
	return controller.install(event);
}

export const isAsset: RouteMatchCallback = ({ sameOrigin, url }) =>
	sameOrigin && (url.pathname.startsWith('/_app/immutable/') || controller.getCacheKeyForURL(url.href) !== undefined);

/** From the cache, the previous release's files too (a tab may still run it); else from the network, a 404 staying one. */
export const answerAsset: RouteHandlerCallback = ({ request, url }) => readAsset(url.href, request);

/** A file of this release, from here or from the network. @throws when there is neither */
export async function readAsset(url: string, request: Request | string = url): Promise<Response> {
	const key = controller.getCacheKeyForURL(url) ?? url;
	const found = await safely(async () => (await caches.open(assetCache)).match(key));
	return found ?? fetch(request);
}

export async function assetState(): Promise<AssetState> {
	const keys = [...controller.getURLsToCacheKeys().values()];
	const cache = await caches.open(assetCache);
	const found = await Promise.all(keys.map((key) => cache.match(key)));
	const sizes = await Promise.all(found.map(async (response) => (response ? (await response.blob()).size : 0)));
	return {
		total: keys.length,
		cached: found.filter(Boolean).length,
		bytes: sizes.reduce((sum, size) => sum + size, 0)
	};
}

/** Fetches what the browser has thrown away, and nothing else. */
export async function repairAssets(): Promise<void> {
	const cache = await caches.open(assetCache);
	const missing: [url: string, key: string][] = [];
	for (const [url, key] of controller.getURLsToCacheKeys()) if (!(await cache.match(key))) missing.push([url, key]);
	if (missing.length > 0) await expectThisRelease();
	for (const [url, key] of missing) {
		const response = await fetch(url, { cache: 'no-cache' });
		if (!response.ok) throw new Error(`${url}: ${String(response.status)}`);
		await cache.put(key, response);
	}
}

/**
 * Forgets files of the release before the previous one. The previous one's stay: a suspended tab may wake up on it and ask
 * for a script it had not needed before.
 */
export async function pruneAssets(): Promise<void> {
	const current = [...controller.getURLsToCacheKeys().values()].map((key) => new URL(key, location.origin).href);
	const stored = await readMeta('assets');
	const previous = Array.isArray(stored) ? stored.filter((key) => typeof key === 'string') : [];
	const keep = new Set([...current, ...previous]);
	const cache = await caches.open(assetCache);
	for (const request of await cache.keys()) if (!keep.has(request.url)) await cache.delete(request);
	await writeMeta('assets', current);
}
