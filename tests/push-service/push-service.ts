/**
 * A push service on this machine, over TLS: it checks the sender's signature, decrypts as a browser does, and answers as
 * the endpoint's path says: `/{behaviour}/{reader}`.
 */
import { createECDH, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import ece from 'http_ece';
import type { Target } from '../../src/lib/server/push/sender.ts';
import type { Certificate } from './certificate.ts';
import { listenForSenders, readBody } from './endpoints.ts';
import { signatureFault } from './signature.ts';

export interface Received {
	reader: string;
	/** What the sender encrypted. */
	text: string;
	tag: string;
	notification: { title: string; body?: string; lang: string; tag: string; navigate: string; data?: unknown };
	ttl: number;
	urgency: string;
	topic: string;
}

/** What a reader's endpoint does: an answer each time, or trouble the first time and 201 from then on. */
export type Behaviour =
	'ok' | 'gone404' | 'gone410' | 'wait' | 'error' | 'large' | 'refuse' | 'reset' | 'hang' | 'down';

export interface PushService {
	/** localhost:port */
	host: string;
	accepted: Received[];
	/** How many requests came, whatever the answer. */
	requests: number;
	/** Signatures, encryption or headers that a real service would refuse. */
	faults: string[];
	target(behaviour: Behaviour, reader: string): Target;
	close(): Promise<void>;
}

export async function startPushService(certificate: Certificate, vapidPublicKey: string): Promise<PushService> {
	const curve = createECDH('prime256v1');
	const publicKey = curve.generateKeys('base64url');
	const auth = randomBytes(16).toString('base64url');
	const seen = new Set<string>();
	const checked = new Set<string>();

	async function answer(request: IncomingMessage, response: ServerResponse) {
		service.requests += 1;
		const [, behaviour = '', reader = ''] = (request.url ?? '').split('/');
		const first = !seen.has(reader);
		seen.add(reader);
		if (behaviour === 'reset' && first) return void request.socket.destroy();
		if (behaviour === 'hang' && first) return;
		const body = await readBody(request);
		checkSignature(request.headers.authorization ?? '');
		const text = ece.decrypt(body, { version: 'aes128gcm', privateKey: curve, authSecret: auth });
		const { notification } = JSON.parse(text.toString()) as Pick<Received, 'notification'>;
		if (behaviour === 'large' && notification.body !== undefined) return void response.writeHead(413).end();
		const trouble = first || behaviour === 'down' ? answers[behaviour] : lasting[behaviour];
		if (trouble) return void response.writeHead(...trouble).end('because');
		service.accepted.push({
			reader,
			text: text.toString(),
			tag: notification.tag,
			notification,
			ttl: Number(request.headers.ttl),
			urgency: String(request.headers.urgency),
			topic: String(request.headers.topic)
		});
		response.writeHead(201).end();
	}

	/** Once for each: senders keep theirs for hours. */
	function checkSignature(header: string) {
		if (checked.has(header)) return;
		checked.add(header);
		const fault = signatureFault(header, service.host, vapidPublicKey);
		if (fault) service.faults.push(fault);
	}

	const endpoints = await listenForSenders(certificate, answer, (error, request) => {
		// A sender that was killed breaks off in the middle; what arrived whole and is wrong is a fault.
		if (request.complete) service.faults.push(String(error));
	});
	const service: PushService = {
		host: endpoints.host,
		accepted: [],
		requests: 0,
		faults: [],
		target: (behaviour, reader) => ({
			endpoint: `https://${service.host}/${behaviour}/${reader}`,
			p256dh: publicKey,
			auth
		}),
		close: () => endpoints.close()
	};
	return service;
}

type Trouble = [status: number, headers?: Record<string, string>];
/** Every time. */
const lasting: Record<string, Trouble | undefined> = { gone404: [404], gone410: [410], refuse: [403] };
/** The first time. */
const answers: Record<string, Trouble | undefined> = {
	...lasting,
	wait: [429, { 'retry-after': '1' }],
	error: [500],
	down: [503]
};
