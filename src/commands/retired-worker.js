/**
 * The kill switch: with SERVICE_WORKER=off the server answers /service-worker.js with this text. A phone that holds a
 * broken worker asks for that file by itself (at the latest a day later), gets this one, and is free again: it forgets
 * what was stored for reading offline, unregisters itself and loads the open tabs anew from the network. What readers
 * follow is in the database and stays.
 */
export const retiredWorker = `addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) =>
	event.waitUntil(
		(async () => {
			for (const name of await caches.keys()) if (name.startsWith('kandong-')) await caches.delete(name);
			await registration.unregister();
			for (const tab of await clients.matchAll({ type: 'window' })) await tab.navigate(tab.url);
		})()
	)
);
`;
