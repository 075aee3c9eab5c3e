import { jsonFeed } from '$lib/plan/feed/json-feed';
import { feed, feedNames } from '$lib/server/feed';
import { inLanguage } from '$lib/ui/address';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => feedNames.map((feed) => ({ feed }));

export const GET: RequestHandler = ({ params, url }) =>
	new Response(JSON.stringify(jsonFeed(feed(params.feed, url.origin, inLanguage))), {
		headers: { 'content-type': 'application/feed+json' }
	});
