import { error, json } from '@sveltejs/kit';
import { locales } from '$lib/plan/locale';
import { gather } from '$lib/search/gather';
import { lookup, plan } from '$lib/server/plan';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => locales.map((locale) => ({ locale }));

/** What the search page loads when it is opened. */
export const GET: RequestHandler = ({ params }) => {
	const locale = locales.find((known) => known === params.locale);
	if (!locale) error(404);
	return json(gather(plan, lookup, locale));
};
