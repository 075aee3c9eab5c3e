import { readMail, writeMail } from '$lib/device/mailbox';
import { payload } from '$lib/plan/notification';
import type { Update } from '$lib/plan/plan';
import { changesCache } from '../names';
import { safely } from '../safely';
import { worker } from '../worker';
import { addUnread } from './badge';
import { newsFor, notificationOf } from './news';
import { tellPages } from './pages';
import { shown } from './shown';

/**
 * The browser has woken the worker by itself: what is new in followed topics is shown as a push would be, and where nothing
 * is new, nothing is. The log stays here, so that the app finds it without a network, too.
 */
export async function lookForNews(): Promise<void> {
	const watching = await readMail('watching');
	const response = await fetch('/changes.json', { cache: 'no-cache' });
	if (!watching || !response.ok) return;
	await (await caches.open(changesCache)).put('/changes.json', response.clone());
	await writeMail('woke', new Date().toISOString());

	const [first, ...more] = newsFor(watching, (await readMail('unread')) ?? [], (await response.json()) as Update[]);
	if (!first) return;
	const { locale } = watching;
	const updates = [first, ...more].map(({ id }) => id);
	const message = payload(notificationOf([first, ...more], locale), location.origin, { kind: 'digest', updates });
	const { title, options } = shown(message, locale, location.origin);
	// Where notifications are not allowed the icon counts, and the app marks what is new.
	await safely(() => worker.registration.showNotification(title, options));
	await addUnread(updates);
	await tellPages({ type: 'PUSH', kind: 'digest' });
}
