import { json } from '@sveltejs/kit';
import { version } from '$app/environment';
import { offlinePages } from '$lib/server/offline-pages';

export const prerender = true;

/** What the service worker measures the phone by. In its own script, the list would be a tenth of it at every start. */
export const GET = () => json({ version, pages: offlinePages });
