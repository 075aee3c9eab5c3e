import { json } from '@sveltejs/kit';
import { readJson } from '$lib/server/api/body';
import { call } from '$lib/server/api/call';
import { readChange } from '$lib/server/push/wanted';

export const prerender = false;

const done = () => new Response(null, { status: 204 });

export const GET = call(async ({ server, id, secret }) => json(await server.subscriptions.read(id, secret())));

export const PUT = call(async ({ server, request, address, id, secret }) => {
	const own = secret();
	const wanted = readChange(await readJson(request), server.topics, server.hosts);
	// Another endpoint gets an activation push: as many of those as new subscriptions.
	if (wanted.target && wanted.topics.length > 0) server.count('greeting', address);
	const unconfirmed = await server.subscriptions.replace(id, own, wanted);
	if (unconfirmed) server.greet(unconfirmed);
	return done();
});

export const DELETE = call(async ({ server, id, secret }) => {
	await server.subscriptions.forget(id, secret());
	return done();
});
