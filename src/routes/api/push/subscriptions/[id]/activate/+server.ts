import * as v from 'valibot';
import { readJson } from '$lib/server/api/body';
import { call } from '$lib/server/api/call';
import { Problem } from '$lib/server/api/problem';

export const prerender = false;

const echo = v.object({ token: v.pipe(v.string(), v.maxLength(100)) });

export const POST = call(async ({ server, request, id }) => {
	const read = v.safeParse(echo, await readJson(request));
	if (!read.success) throw new Problem('malformed');
	await server.subscriptions.activate(id, read.output.token);
	return new Response(null, { status: 204 });
});
