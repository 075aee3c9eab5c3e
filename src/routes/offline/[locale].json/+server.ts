import { version } from '$app/environment';
import { error, json } from '@sveltejs/kit';
import { inLanguage } from '$lib/ui/address';
import { locales } from '$lib/plan/locale';
import { tableAddress } from '$lib/save/table-address';
import { movedTo, offlinePages } from '$lib/server/offline-pages';
import { tables } from '$lib/server/tables';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => locales.map((locale) => ({ locale }));

/** A whole language in one file for the service worker (`src/service-worker/pages.ts` unpacks it). */
export const GET: RequestHandler = async ({ params, fetch }) => {
	const locale = locales.find((known) => known === params.locale);
	if (!locale) error(404);
	const read = async (path: string) => {
		const response = await fetch(path);
		if (!response.ok) throw new Error(`${path}: ${String(response.status)}`);
		return response.text();
	};
	const pages: Record<string, string> = {};
	const data: Record<string, string> = {};
	for (const path of offlinePages) {
		const href = inLanguage(path, locale);
		pages[href] = await read(href);
	}
	for (const path of movedTo) {
		const href = `${inLanguage(path, locale).replace(/^\/$/, '')}/__data.json`;
		data[href] = await read(href);
	}
	for (const table of tables.keys()) {
		const href = tableAddress(table, locale);
		data[href] = await read(href);
	}
	const index = `/search/index.${locale}.json`;
	data[index] = await read(index);
	return json({ version, pages, data });
};
