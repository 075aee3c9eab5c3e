import { localeOf, locales, type Locale } from '$lib/plan/locale';
import { readMeta, writeMeta } from './meta';
import { worker } from './worker';

const key = 'languages';

/** The languages this reader keeps: those chosen before, and those of the tabs that are open now. */
export async function languagesToKeep(): Promise<Locale[]> {
	const tabs = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
	const open = tabs.map(({ url }) => localeOf(new URL(url).pathname));
	const kept = new Set([...(await rememberedLanguages()), ...open]);
	const found = locales.filter((locale) => kept.has(locale));
	return found.length > 0 ? found : [locales[0]];
}

export async function rememberedLanguages(): Promise<Locale[]> {
	const stored = await readMeta(key);
	return Array.isArray(stored) ? locales.filter((locale) => stored.includes(locale)) : [];
}

export async function rememberLanguage(locale: Locale): Promise<void> {
	const known = await rememberedLanguages();
	if (!known.includes(locale)) await writeMeta(key, [...known, locale]);
}
