import { readMail, writeMail } from '$lib/device/mailbox';
import { worker } from '../worker';

/** The app's icon counts what is unread, also while no page is open to count it. */
export async function addUnread(updates: readonly string[]): Promise<void> {
	const unread = [...new Set([...((await readMail('unread')) ?? []), ...updates])];
	await writeMail('unread', unread);
	const { navigator } = worker as unknown as { navigator: { setAppBadge?: (count: number) => Promise<void> } };
	await navigator.setAppBadge?.(unread.length);
}
