import { call } from '$lib/server/api/call';

export const prerender = false;

export const POST = call(async ({ server, id, secret }) => {
	await server.test(id, secret());
	return new Response(null, { status: 202 });
});
