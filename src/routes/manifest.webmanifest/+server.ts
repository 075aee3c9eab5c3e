import { manifest } from '$lib/install/manifest';

export const prerender = true;

/** `/en/manifest.webmanifest` comes here too (hooks.ts), in English. */
export const GET = () =>
	new Response(JSON.stringify(manifest()), { headers: { 'content-type': 'application/manifest+json' } });
