import { writeMail } from '$lib/device/mailbox';
import { localeOf, locales } from '$lib/plan/locale';
import { rememberedLanguages } from '../languages';
import { safely } from '../safely';
import { worker } from '../worker';
import { activate } from './activate';
import { addUnread } from './badge';
import { tellPages } from './pages';
import { shown, updatesOf } from './shown';

/** Shows a push first; whatever else comes of it can't keep it from the screen. */
export async function answerPush(event: PushEvent): Promise<void> {
	const { title, options, data } = shown(textOf(event), await language(), location.origin);
	await worker.registration.showNotification(title, options);
	if (data?.kind === 'activation') await activate(data);
	// The inbox is the page's: it has the log and the database, which would be three times this worker's size.
	await safely(() => writeMail('arrived', new Date().toISOString()));
	await safely(() => addUnread(updatesOf(data)));
	await tellPages({ type: 'PUSH', kind: data?.kind ?? 'unknown' });
}

function textOf({ data }: PushEvent): string | undefined {
	try {
		return data?.text();
	} catch {
		return undefined;
	}
}

/** For what comes without a language of its own: that of an open page, or the one that is kept. */
async function language() {
	const [open] = await worker.clients.matchAll({ type: 'window' });
	if (open) return localeOf(new URL(open.url).pathname);
	return (await safely(rememberedLanguages))?.[0] ?? locales[0];
}
