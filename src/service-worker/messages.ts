import { version } from '$service-worker';
import type { Receipt } from '$lib/device/receipt';
import { locales, type Locale } from '$lib/plan/locale';
import { assetState, repairAssets } from './assets';
import { rememberLanguage } from './languages';
import { filled, fillLanguage, pageState, repairPages } from './pages';
import { worker } from './worker';

/** What a page may ask; the answer goes through the message's port. */
export async function answerMessage({ data, ports }: ExtendableMessageEvent): Promise<void> {
	const message = data as { type?: unknown; locale?: unknown } | null;
	const locale = locales.find((known) => known === message?.locale) ?? locales[0];
	switch (message?.type) {
		case 'SKIP_WAITING':
			await worker.skipWaiting();
			return;
		case 'KEEP_LANGUAGE':
			await answer(ports, () => keepLanguage(locale));
			return;
		case 'RECEIPT':
			await answer(ports, () => receipt(locale));
			return;
		case 'REPAIR':
			await answer(ports, () => repair(locale));
			return;
	}
}

/** An error is an answer too: the page must not wait for ever. */
async function answer(ports: readonly MessagePort[], work: () => Promise<unknown>): Promise<void> {
	try {
		ports[0]?.postMessage({ value: await work() });
	} catch (error) {
		ports[0]?.postMessage({ error: String(error) });
	}
}

/** Asked by every page that is opened, so that it must cost nothing where all is well. */
async function keepLanguage(locale: Locale): Promise<void> {
	await rememberLanguage(locale);
	if ((await filled(locale)) === undefined) await fillLanguage(locale);
}

async function receipt(locale: Locale): Promise<Receipt> {
	const [pages, assets] = await Promise.all([pageState(locale), assetState()]);
	return { locale, version, pages, assets };
}

async function repair(locale: Locale): Promise<Receipt> {
	await repairAssets();
	await repairPages(locale);
	return receipt(locale);
}
