import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Certificate } from './certificate.ts';

export interface Endpoints {
	/** localhost:port */
	host: string;
	close(): Promise<void>;
}

/**
 * Where senders bring their messages, over TLS.
 * @param failed hears of a request whose answer broke off
 */
export async function listenForSenders(
	certificate: Certificate,
	answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
	failed: (error: unknown, request: IncomingMessage) => void
): Promise<Endpoints> {
	const server = createServer(
		{ key: certificate.key, cert: certificate.cert, keepAliveTimeout: 60_000 },
		(request, response) => {
			answer(request, response).catch((error: unknown) => {
				failed(error, request);
				response.destroy();
			});
		}
	);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		host: `localhost:${(server.address() as AddressInfo).port}`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
}

export async function readBody(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
	return Buffer.concat(chunks);
}
