import { navigating } from '$app/state';

/** Milliseconds in which a tap, whose target was loaded ahead, becomes the navigation that it is. */
const patience = 300;

/**
 * A script that can't be loaded (its release is gone from the server, the network broke off) is asked for again by loading
 * the page once more, or the one that the reader is on the way to. Once for each address and release: an error that stays
 * is shown, not reloaded for ever.
 */
export function reloadOnBrokenImport(version: string): () => void {
	const onError = () => {
		if (navigator.onLine) setTimeout(() => loadAgain(version), patience);
	};
	addEventListener('vite:preloadError', onError);
	return () => removeEventListener('vite:preloadError', onError);
}

function loadAgain(version: string): void {
	const target = navigating.to?.url ?? location;
	try {
		const key = `kandong:reloaded:${version}`;
		if (sessionStorage.getItem(key) === target.pathname) return;
		sessionStorage.setItem(key, target.pathname);
	} catch {
		// Without a memory for having reloaded, reloading could become a loop.
		return;
	}
	if (target === location) location.reload();
	else location.assign(target.href);
}
