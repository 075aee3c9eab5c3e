import { metaCache } from './names';

/** Small things the worker must know after a restart. Kept beside the pages, so that what goes together is lost together. */
export async function readMeta(key: string): Promise<unknown> {
	const cache = await caches.open(metaCache);
	const found = await cache.match(`/${key}`);
	return found ? ((await found.json()) as unknown) : undefined;
}

export async function writeMeta(key: string, value: unknown): Promise<void> {
	const cache = await caches.open(metaCache);
	await cache.put(`/${key}`, new Response(JSON.stringify(value)));
}
