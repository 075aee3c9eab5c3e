import { json } from '@sveltejs/kit';
import { call } from '$lib/server/api/call';

export const prerender = false;

export const GET = call(({ server }) => Promise.resolve(json({ publicKey: server.publicKey })));
