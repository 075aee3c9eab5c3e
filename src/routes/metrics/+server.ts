import { error, type RequestHandler } from '@sveltejs/kit';
import { addressOf } from '$lib/server/api/call';
import { mayReadMetrics } from '$lib/server/metrics';

export const prerender = false;

export const GET: RequestHandler = async (event) => {
	const { server } = event.locals;
	if (!server || !mayReadMetrics(event.request.headers, addressOf(event), server.settings.metricsToken)) error(404);
	const { text, type } = await server.metrics();
	return new Response(text, { headers: { 'content-type': type, 'cache-control': 'no-store' } });
};
