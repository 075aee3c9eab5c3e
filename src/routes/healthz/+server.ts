import { json, type RequestHandler } from '@sveltejs/kit';
import { overdue } from '$lib/server/push/work/listener';

export const prerender = false;

/**
 * For whoever watches over the server: whether its database answers. Pages are served either way. With `?deep` also
 * whether updates really go out: each must have reached the server's own listener within 15 minutes.
 */
export const GET: RequestHandler = async ({ locals: { server }, url }) => {
	const database = (await server?.connection.answers()) ?? false;
	const kysely = url.searchParams.has('deep') && database ? server?.connection.database?.kysely : undefined;
	const late = kysely ? await overdue(kysely) : [];
	return json(
		{ database: database ? 'ok' : 'no answer', ...(kysely ? { overdue: late } : {}) },
		{ status: database && late.length === 0 ? 200 : 503, headers: { 'cache-control': 'no-store' } }
	);
};
