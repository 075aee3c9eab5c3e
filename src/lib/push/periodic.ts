/** Looks for news that the browser makes by itself. Chromium's (https://wicg.github.io/periodic-background-sync/). */

/** TypeScript's library does not have it. */
interface PeriodicSync {
	register(tag: string, options: { minInterval: number }): Promise<void>;
	unregister(tag: string): Promise<void>;
	getTags(): Promise<string[]>;
}

const tag = 'news';
/** Milliseconds; the browser takes it as the least, and wakes the worker when it likes. */
const halfADay = 12 * 60 * 60_000;

/** `none`: this browser has no such thing; `install-first`: it has, for apps on the home screen. */
export type Looks = 'none' | 'install-first' | 'off' | 'on';

export async function looks(): Promise<Looks> {
	try {
		const sync = await periodicSync();
		if (!sync) return 'none';
		if ((await sync.getTags()).includes(tag)) return 'on';
		const name = 'periodic-background-sync' as PermissionName;
		return (await navigator.permissions.query({ name })).state === 'granted' ? 'off' : 'install-first';
	} catch {
		return 'none';
	}
}

/** @throws where the browser doesn't permit it */
export async function beginLooks(): Promise<void> {
	await (await periodicSync())?.register(tag, { minInterval: halfADay });
}

export async function endLooks(): Promise<void> {
	await (await periodicSync())?.unregister(tag);
}

async function periodicSync(): Promise<PeriodicSync | undefined> {
	if (!('serviceWorker' in navigator)) return undefined;
	const registration = await navigator.serviceWorker.getRegistration();
	return (registration as { periodicSync?: PeriodicSync } | undefined)?.periodicSync;
}
