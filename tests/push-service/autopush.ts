/**
 * Mozilla's push service in small, on this machine: browsers come over a WebSocket, senders over TLS. It can read nothing of
 * what it carries. The protocol: https://mozilla-push-service.readthedocs.io/en/latest/design/
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Certificate } from './certificate.ts';
import { listenForSenders, readBody } from './endpoints.ts';
import { signatureFault } from './signature.ts';

/** What browsers say, as far as it is listened to. */
type Said =
	| { messageType: 'hello'; uaid?: string }
	| { messageType: 'register'; channelID: string; key: string }
	| { messageType: 'unregister'; channelID: string }
	| { messageType: 'ack'; updates: { code: number }[] }
	| { messageType: 'broadcast_subscribe' };

/** A subscription. */
interface Channel {
	id: string;
	browser: string;
	/** The public key that the page subscribed with: only its owner may send. */
	key: string;
}

export interface Autopush {
	/** localhost:port of its endpoints, for PUSH_HOSTS. */
	host: string;
	/** Where browsers connect, for `dom.push.serverURL`. */
	url: string;
	/** Requests that the real service would refuse, and messages that a browser could not take. */
	faults: string[];
	/** Those that can be sent to. */
	endpoints(): string[];
	/** Brings the last message once more, as the service does when it did not hear that it arrived. */
	deliverAgain(): void;
	/** Knows nobody any more, as after it has lost its data: browsers come again under another name. */
	forgetAll(): void;
	close(): Promise<void>;
}

/** A browser could decrypt a message and hand it to the worker. */
const delivered = 100;
const mostBytes = 4096;

export async function startAutopush(certificate: Certificate): Promise<Autopush> {
	const browsers = new Map<string, WebSocket>();
	/** By the paths of their endpoints. */
	const channels = new Map<string, Channel>();
	const faults: string[] = [];
	let last: { channel: Channel; message: object } | undefined;

	const senders = await listenForSenders(certificate, take, (error) => faults.push(String(error)));
	const sockets = new WebSocketServer({ host: '127.0.0.1', port: 0 });
	await once(sockets, 'listening');
	sockets.on('connection', (socket) => {
		let browser = '';
		socket.on('message', (data: Buffer) => {
			const said = JSON.parse(data.toString()) as Said;
			if (said.messageType === 'hello') {
				// One that is not known gets another name: that tells it that its subscriptions are gone.
				browser = said.uaid && browsers.has(said.uaid) ? said.uaid : randomUUID().replaceAll('-', '');
				browsers.set(browser, socket);
			}
			const answer = answerTo(said, browser);
			if (answer) socket.send(JSON.stringify(answer));
		});
	});

	function answerTo(said: Said, browser: string): object | undefined {
		switch (said.messageType) {
			case 'hello':
				return { messageType: 'hello', status: 200, uaid: browser, use_webpush: true, broadcasts: {} };
			case 'register': {
				const { channelID, key } = said;
				// A browser that connects anew may ask twice for the same.
				const known = [...channels].find(([, { id }]) => id === channelID);
				const path = known?.[0] ?? `/wpush/v2/${randomUUID()}`;
				// Browsers pad it, senders don't.
				channels.set(path, { id: channelID, browser, key: key.replaceAll('=', '') });
				return { messageType: 'register', status: 200, channelID, pushEndpoint: `https://${senders.host}${path}` };
			}
			case 'unregister': {
				const { channelID } = said;
				for (const [path, { id }] of channels) if (id === channelID) channels.delete(path);
				return { messageType: 'unregister', status: 200, channelID };
			}
			case 'ack':
				for (const { code } of said.updates) if (code !== delivered) faults.push(`a message came to ${code}`);
				return undefined;
			default:
				// A ping; a list of broadcasts wants no answer.
				return Object.keys(said).length === 0 ? {} : undefined;
		}
	}

	async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const body = await readBody(request);
		const channel = channels.get(request.url ?? '');
		if (!channel) return void response.writeHead(410).end();
		const fault = faultOf(request, body, senders.host, channel.key);
		if (fault !== undefined) {
			faults.push(fault);
			return void response.writeHead(400).end();
		}
		const headers = { encoding: 'aes128gcm' };
		last = { channel, message: { channelID: channel.id, headers, data: body.toString('base64url') } };
		bring();
		response.writeHead(201, { location: `https://${senders.host}/m/${randomUUID()}` }).end();
	}

	function bring(): void {
		const socket = last && browsers.get(last.channel.browser);
		if (!socket) return void faults.push('no browser to bring a message to');
		// A new version each time: a message that it has seen under the same one a browser drops by itself.
		socket.send(JSON.stringify({ messageType: 'notification', version: randomUUID(), ...last?.message }));
	}

	return {
		host: senders.host,
		url: `ws://127.0.0.1:${(sockets.address() as AddressInfo).port}/`,
		faults,
		endpoints: () => [...channels.keys()].map((path) => `https://${senders.host}${path}`),
		deliverAgain: bring,
		forgetAll: () => {
			browsers.clear();
			channels.clear();
			for (const socket of sockets.clients) socket.terminate();
		},
		close: async () => {
			for (const socket of sockets.clients) socket.terminate();
			await new Promise((resolve) => sockets.close(resolve));
			await senders.close();
		}
	};
}

function faultOf({ method, headers }: IncomingMessage, body: Buffer, host: string, key: string): string | undefined {
	const { ttl, authorization = '', 'content-encoding': encoding } = headers;
	const right = method === 'POST' && encoding === 'aes128gcm' && /^\d+$/.test(String(ttl)) && body.length <= mostBytes;
	if (!right) return `${method} ${encoding}, ttl ${String(ttl)}, ${body.length} bytes`;
	return signatureFault(authorization, host, key);
}
