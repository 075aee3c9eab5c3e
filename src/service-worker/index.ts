/// <reference types="@sveltejs/kit" />
/**
 * The worker: a table of contents. After one visit the whole plan is on the phone in the reader's language; what it says is
 * always one release as a whole, and a new release waits until the reader takes it.
 */
import { registerRoute, setCatchHandler } from 'workbox-routing';
import { installAssets, isAsset, answerAsset, pruneAssets } from './assets';
import { changesRoute, keepChanges } from './changes';
import { languagesToKeep, rememberLanguage } from './languages';
import { answerMessage } from './messages';
import { answerData, answerPage, isData, isPage } from './answers';
import { fillLanguage, prunePages } from './pages';
import { answerClick } from './push/click-event';
import { lookForNews } from './push/look';
import { answerPush } from './push/push';
import { answerSubscriptionChange } from './push/resubscribe';
import { worker } from './worker';

worker.addEventListener('install', (event) => {
	event.waitUntil(
		(async () => {
			await Promise.all([installAssets(event), keepChanges()]);
			for (const locale of await languagesToKeep()) {
				await fillLanguage(locale);
				await rememberLanguage(locale);
			}
		})()
	);
});

worker.addEventListener('activate', (event) => {
	event.waitUntil(
		(async () => {
			await Promise.all([pruneAssets(), prunePages()]);
			// The tab of a first visit is served from here on too: it can already be reloaded in a tunnel.
			await worker.clients.claim();
		})()
	);
});

worker.addEventListener('message', (event) => {
	event.waitUntil(answerMessage(event));
});

worker.addEventListener('push', (event) => event.waitUntil(answerPush(event)));
worker.addEventListener('notificationclick', (event) => event.waitUntil(answerClick(event)));
worker.addEventListener('pushsubscriptionchange', (event) => {
	(event as ExtendableEvent).waitUntil(answerSubscriptionChange(event));
});
// TypeScript's library does not have it; only Chromium does.
worker.addEventListener('periodicsync' as 'sync', (event) => (event as ExtendableEvent).waitUntil(lookForNews()));

registerRoute(isPage, answerPage);
registerRoute(isData, answerData);
registerRoute(...changesRoute);
registerRoute(isAsset, answerAsset);
// An asset or file that is neither here nor to be had is an error to the page, never a page in its place.
setCatchHandler(() => Promise.resolve(Response.error()));
