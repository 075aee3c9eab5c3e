import { version } from '$service-worker';
import type { Locale } from '$lib/plan/locale';

/**
 * Caches. Assets are shared by releases, because their names are hashes; pages of a release and a language have a cache of
 * their own, so that a release is always whole.
 */
export const assetCache = 'kandong-assets';
export const changesCache = 'kandong-changes';
export const metaCache = 'kandong-meta';

const pagePrefix = 'kandong-pages-';

export function pageCache(locale: Locale): string {
	return `${pagePrefix}${locale}-${version}`;
}

export function isPageCache(name: string): boolean {
	return name.startsWith(pagePrefix);
}
