import type { PushMessage } from '$lib/device/push-message';
import { worker } from '../worker';

export async function tellPages(message: PushMessage): Promise<void> {
	const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
	for (const page of pages) page.postMessage(message);
}
