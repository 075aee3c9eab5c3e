import { createServer } from 'node:net';

/** @typedef {Pick<import('./environment.js').Settings, 'port' | 'host'>} Place */

/**
 * Why the server can't listen, and what to do about it.
 * @param {unknown} error
 * @param {Place} place
 */
export function listenProblem(error, { port, host }) {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	switch (code) {
		case 'EADDRINUSE':
			return `Port ${String(port)} is in use: end the program that uses it, or set PORT to another one.`;
		case 'EACCES':
			return `PORT is "${String(port)}", which this user may not open: set PORT to one above 1023.`;
		case 'EADDRNOTAVAIL':
		case 'ENOTFOUND':
		case 'EAI_AGAIN':
			return `HOST is "${host ?? ''}", which is no address of this machine.`;
		default:
			return `The server can't listen on port ${String(port)}: ${String(error)}`;
	}
}

/**
 * Opens the port for a moment, so that a start that must fail does so before the build and not after it.
 * @param {Place} place
 * @returns {Promise<void>}
 */
export function tryToListen(place) {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', (error) => {
			reject(new Error(listenProblem(error, place)));
		});
		server.listen({ port: place.port, host: place.host }, () => {
			server.close(() => {
				resolve();
			});
		});
	});
}

/**
 * Where a person on this machine finds the server.
 * @param {Place} place
 */
export function localAddress({ port, host }) {
	const everywhere = [undefined, '0.0.0.0', '::', '127.0.0.1', '::1', 'localhost'];
	const name = everywhere.includes(host) ? 'localhost' : host?.includes(':') ? `[${host}]` : host;
	return `http://${name ?? 'localhost'}:${String(port)}`;
}
