import { json } from '@sveltejs/kit';
import { readJson } from '$lib/server/api/body';
import { call } from '$lib/server/api/call';
import { readWanted } from '$lib/server/push/wanted';

export const prerender = false;

export const POST = call(async ({ server, request, address }) => {
	const wanted = readWanted(await readJson(request), server.topics, server.hosts);
	server.count('greeting', address);
	const { secret, unconfirmed } = await server.subscriptions.create(wanted);
	server.greet(unconfirmed);
	return json({ id: unconfirmed.id, secret }, { status: 201 });
});
