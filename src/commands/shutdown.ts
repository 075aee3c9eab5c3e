import type { Server } from 'node:http';
import process from 'node:process';

/** How long answers that are under way may take to finish. */
const patience = 3000;

/** On Ctrl-C or a request to end: accepts nothing new, lets answers finish, and is gone within four seconds. */
export function endOnSignal(server: Server): void {
	let ending = false;

	// A kept-alive connection would hold the server open after its last answer.
	server.on('request', (_request, response) => {
		response.on('close', () => {
			if (ending) server.closeIdleConnections();
		});
	});

	function end(signal: NodeJS.Signals) {
		if (ending) return;
		ending = true;
		server.close(() => {
			// SvelteKit's own event, for whatever the app must close: https://svelte.dev/docs/kit/adapter-node#Graceful-shutdown
			process.emit('sveltekit:shutdown' as 'SIGTERM', signal);
		});
		server.closeIdleConnections();
		setTimeout(() => {
			server.closeAllConnections();
		}, patience).unref();
		setTimeout(() => process.exit(0), patience + 1000).unref();
	}
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
}
