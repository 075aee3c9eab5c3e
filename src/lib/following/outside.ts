/** What shows outside the app's pages follows what is read in them: the count on its icon, notifications, the worker's look. */
import { writeMail } from '$lib/device/mailbox';
import { getLocale } from '$lib/paraglide/runtime';

/**
 * @param unread updates that the icon counts
 * @param updates all that is known: none of these is news any more
 * @param read updates that were read on this device
 */
export async function tellOutside(
	unread: readonly string[],
	topics: readonly string[],
	updates: readonly { id: string }[],
	read: readonly string[]
): Promise<void> {
	const known = updates.map(({ id }) => id);
	try {
		await writeMail('unread', [...unread]);
		await writeMail('watching', { topics: [...topics], known, locale: getLocale() });
	} catch {
		// Caches are forbidden: then no worker counts or looks either.
	}
	await Promise.all([showBadge(unread.length), closeRead(new Set(read))]);
}

/** Only installed apps have an icon to count on, and some browsers want the reader's leave for it. */
async function showBadge(count: number): Promise<void> {
	if (!('setAppBadge' in navigator)) return;
	try {
		await (count > 0 ? navigator.setAppBadge(count) : navigator.clearAppBadge());
	} catch {
		// The count in the navigation stays.
	}
}

/**
 * What was read here needs no notification any more; Android's icon counts those. Only what the inbox says was read: an
 * update can be known a moment before it lies there, and its notification has just come then.
 */
async function closeRead(read: ReadonlySet<string>): Promise<void> {
	try {
		const registration = await navigator.serviceWorker.getRegistration();
		for (const notification of (await registration?.getNotifications()) ?? [])
			if (read.has(notification.tag)) notification.close();
	} catch {
		// No worker, no notifications.
	}
}
