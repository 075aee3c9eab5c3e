import type { RouteMatchCallback } from 'workbox-core';
import { NetworkFirst } from 'workbox-strategies';
import { changesCache } from './names';

const isChanges: RouteMatchCallback = ({ sameOrigin, url }) => sameOrigin && url.pathname === '/changes.json';

/** The log of updates is the one thing that should be newer than the release; three seconds, then what was last known. */
export const changesRoute = [
	isChanges,
	new NetworkFirst({ cacheName: changesCache, networkTimeoutSeconds: 3 })
] as const;

/** Kept from the first visit on, so that a reader without a network has the log, too. */
export async function keepChanges(): Promise<void> {
	const cache = await caches.open(changesCache);
	await cache.add('/changes.json');
}
