import http from 'node:http';
import https from 'node:https';
import type { LookupFunction, Socket } from 'node:net';
import { answerOf, type Answer } from './answer.ts';
import { encryption, EncryptionEnded } from './encryption.ts';
import { VapidHeaders, type Vapid } from './vapid-headers.ts';

/** Where a device is reached, as its browser gave it; the keys in base64url. */
export interface Target {
	endpoint: string;
	p256dh: string;
	auth: string;
}

export interface SendOptions {
	/** Seconds that the push service may keep the message for a device that is away. */
	ttl: number;
	urgency: 'low' | 'normal' | 'high';
	/** A later message with the same topic replaces one that is still undelivered; at most 32 letters of base64url. */
	topic?: string;
	/** Asked when a connection stands and all that remains is to write; false: nothing is written. */
	ready?: () => Promise<boolean>;
}

export interface SenderSettings {
	vapid: Vapid;
	/** Whether an endpoint may be dialled at all; asked for every message, as an allow-list can become shorter. */
	allowed: (endpoint: URL) => boolean;
	/** Resolves names to public addresses only, so that a name cannot lead into our own network. */
	lookup?: LookupFunction;
	/** A certificate to trust instead of the system's, for tests. */
	ca?: string;
	/**
	 * How many messages may be under way to one host, those included that are being encrypted and marked: with 50 instead of
	 * 100, connections wait for them.
	 */
	perHost?: number;
	/** Milliseconds until a push service that says nothing counts as unreachable. */
	timeout?: number;
}

/** Enough of an answer for the log; nobody may make us read more. */
const mostDetail = 300;

/**
 * Sends encrypted messages to push services over connections that are kept, with one signature per service and half a
 * day. It decides nothing: what an answer means for the queue is the caller's business.
 */
export class PushSender {
	readonly perHost: number;
	readonly #settings: SenderSettings;
	readonly #timeout: number;
	readonly #headers: VapidHeaders;
	readonly #agent: https.Agent;
	/** Connections over which something went already. */
	readonly #standing = new WeakSet<Socket>();

	constructor(settings: SenderSettings) {
		this.#settings = settings;
		this.perHost = settings.perHost ?? 100;
		this.#timeout = settings.timeout ?? 10_000;
		this.#headers = new VapidHeaders(settings.vapid);
		this.#agent = new https.Agent({
			keepAlive: true,
			maxSockets: this.perHost,
			...(settings.lookup ? { lookup: settings.lookup } : {}),
			...(settings.ca === undefined ? {} : { ca: settings.ca })
		});
	}

	/** Resolves whatever happens; it throws only for what never was a subscription (a key of the wrong length). */
	async send(target: Target, payload: string, options: SendOptions): Promise<Answer> {
		const endpoint = new URL(target.endpoint);
		if (!this.#settings.allowed(endpoint))
			return { kind: 'unreachable', reason: 'this host is not allowed (any more)' };
		return this.#post(endpoint, target, payload, options);
	}

	/** To our own end-to-end listener, which is on this machine's loopback and speaks no TLS. */
	sendHome(target: Target, payload: string, options: SendOptions): Promise<Answer> {
		return this.#post(new URL(target.endpoint), target, payload, options);
	}

	close(): void {
		this.#agent.destroy();
	}

	async #post(endpoint: URL, { p256dh, auth }: Target, payload: string, options: SendOptions): Promise<Answer> {
		let body: Uint8Array;
		try {
			body = await encryption.encrypt({ p256dh, auth, payload });
		} catch (error) {
			if (error instanceof EncryptionEnded) return { kind: 'unreachable', reason: error.message };
			throw error;
		}
		const home = endpoint.protocol === 'http:';
		return new Promise((resolve) => {
			const request = (home ? http : https).request(endpoint, {
				method: 'POST',
				...(home ? {} : { agent: this.#agent }),
				headers: {
					Authorization: this.#headers.for(endpoint.origin),
					'Content-Encoding': 'aes128gcm',
					'Content-Length': body.length,
					'Content-Type': 'application/octet-stream',
					TTL: options.ttl,
					Urgency: options.urgency,
					...(options.topic === undefined ? {} : { Topic: options.topic })
				}
			});
			let timer: NodeJS.Timeout | undefined;
			const finish = (answer: Answer) => {
				clearTimeout(timer);
				resolve(answer);
			};
			const unreachable = (error: Error) => finish({ kind: 'unreachable', reason: reasonOf(error) });
			request.once('response', (response) => {
				let detail = '';
				response.setEncoding('utf8');
				response.on('data', (text: string) => {
					if (detail.length < mostDetail) detail = (detail + text).slice(0, mostDetail);
				});
				response.once('error', unreachable);
				response.once('end', () =>
					finish(answerOf(endpoint.host, response.statusCode ?? 0, response.headers['retry-after'], detail))
				);
			});
			request.on('error', unreachable);
			request.once('socket', (socket) => {
				// One clock for the whole exchange: a service that sends a byte now and then must not hold a place for ever.
				timer = setTimeout(() => request.destroy(new Error('no answer in time')), this.#timeout);
				const write = async () => {
					this.#standing.add(socket);
					if ((await options.ready?.()) ?? true) return void request.end(body);
					finish({ kind: 'withheld' });
					request.destroy();
				};
				const go = () => void write().catch(unreachable);
				if (this.#standing.has(socket)) go();
				else socket.once(home ? 'connect' : 'secureConnect', go);
			});
		});
	}
}

/** A code, such as ECONNRESET: messages of the network name addresses. */
function reasonOf(error: Error): string {
	return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
