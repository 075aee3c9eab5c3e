import { error } from '@sveltejs/kit';
import { getLocale } from '$lib/paraglide/runtime';
import { csv } from '$lib/save/csv';
import { figureTable } from '$lib/save/figure-table';
import { lookup, plan } from '$lib/server/plan';
import { tables } from '$lib/server/tables';
import { inLanguage } from '$lib/ui/address';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => [...tables.keys()].map((table) => ({ table }));

export const GET: RequestHandler = ({ params, url }) => {
	const cards = tables.get(params.table);
	if (!cards) error(404);
	const whole = (path: string) => new URL(inLanguage(path), url.origin).href;
	const table = figureTable({ plan, lookup, locale: getLocale(), whole }, cards);
	return new Response(csv(table), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
};
