import type { Handle, ServerInit } from '@sveltejs/kit';
import process from 'node:process';
import { building } from '$app/environment';
import early from './early.js?url&no-inline';
import modes from './modes.css?url&no-inline';
import { m } from '$lib/paraglide/messages';
import { defineCustomServerStrategy } from '$lib/paraglide/runtime';
import { paraglideMiddleware } from '$lib/paraglide/server';
import { languageTag, localeOf, locales } from '$lib/plan/locale';
import { lookup, plan } from '$lib/server/plan';
import { makeSender } from '$lib/server/push/make-sender';
import { workWith } from '$lib/server/push/work-with';
import { Running } from '$lib/server/running';
import { EnvironmentReader, readServerSettings } from '$lib/server/settings';

defineCustomServerStrategy('custom-address', {
	getLocale: (request) => (request ? localeOf(new URL(request.url).pathname) : undefined)
});

/** Blocks the first paint like a style sheet does, so that what a reader has set is there from the start. */
const script = `<script src="${early}" data-modes="${modes}" data-languages="${locales.join(' ')}"></script>`;

let running: Running | undefined;

/** Opens what lives as long as the server. While pages are made at build time there is none of it. */
export const init: ServerInit = async () => {
	if (building) return;
	const reader = new EnvironmentReader(process.env);
	const settings = readServerSettings(reader);
	reader.done();
	const site = { origin: process.env.ORIGIN ?? 'http://localhost:5173', topics: plan.topics.map(({ id }) => id) };
	// A server can leave the work to others: WORKERS=0, and npm run worker elsewhere.
	const startWork = workWith({ plan, lookup }, site.origin, (keys) => makeSender(settings, site.origin, keys));
	const server = await Running.start(settings, site, process.env.WORKERS === '0' ? {} : { startWork });
	running = server;
	process.once('sveltekit:shutdown' as 'SIGTERM', () => void server.close());
};

/** Addresses for programs: they have no language. */
function isForPrograms(route: string | null): boolean {
	return ['/healthz', '/metrics', '/oembed'].includes(route ?? '') || (route?.startsWith('/api/') ?? false);
}

export const handle: Handle = ({ event, resolve }) => {
	if (running) event.locals.server = running;
	if (isForPrograms(event.route.id)) return resolve(event);
	return paraglideMiddleware(event.request, ({ request, locale }) => {
		event.request = request;
		return resolve(event, {
			transformPageChunk: ({ html }) =>
				html
					.replace('%lang%', languageTag[locale])
					.replace('%dir%', m.language_direction({}, { locale }))
					// On somebody else's page nothing of ours runs.
					.replace('%early%', event.route.id === '/embed/[card]' ? '' : script)
		});
	});
};
