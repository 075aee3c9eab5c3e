import type { Registration } from '$lib/device/records';
import type { Answer, Request } from './outbox';

const base = '/api/push/subscriptions';
/** Longer than a slow network takes, shorter than a reader waits. */
const patience = 15_000;
/** Seconds. A longer pause would only leave the reader in the dark: whoever wants one is asked once an hour. */
const longestWait = 60 * 60;

/** The server's public key for subscriptions; nothing, where this server sends no push or can't be reached. */
export async function serverKey(): Promise<string | undefined> {
	try {
		const response = await fetch('/api/push/key', { signal: AbortSignal.timeout(patience) });
		return response.ok ? ((await response.json()) as { publicKey: string }).publicKey : undefined;
	} catch {
		return undefined;
	}
}

export async function send(request: Request): Promise<Answer> {
	try {
		const response = await ask(request);
		const { status } = response;
		if (status === 201) return { status, registration: (await response.json()) as Registration };
		const wait = waitIn(response);
		return { status, ...(wait > 0 && { notBefore: new Date(Date.now() + wait * 1000).toISOString() }) };
	} catch {
		return 'lost';
	}
}

/**
 * - `asked`: the push service will be; whether it delivers, only the worker can tell;
 * - `unconfirmed`: the server still waits for this device's echo;
 * - `unknown`: the server has no such device;
 * - `unreachable`: no network, or no server;
 * - a number: seconds to wait.
 */
export type TestAnswer = 'asked' | 'unconfirmed' | 'unknown' | 'unreachable' | number;

/** Asks for a test push. */
export async function sendTest(registration: Registration): Promise<TestAnswer> {
	try {
		const response = await call('POST', registration, '/test');
		if (response.ok) return 'asked';
		if (response.status === 409) return 'unconfirmed';
		if ([401, 404, 410].includes(response.status)) return 'unknown';
		return waitIn(response) || 'unreachable';
	} catch {
		return 'unreachable';
	}
}

/** Seconds that the server asks for; it may say them as a date, too. 0: it says nothing. */
function waitIn({ headers }: Response): number {
	const said = headers.get('retry-after');
	if (said === null) return 0;
	const seconds = /^\d+$/.test(said) ? Number(said) : (Date.parse(said) - Date.now()) / 1000;
	return Number.isFinite(seconds) ? Math.min(longestWait, Math.max(1, Math.ceil(seconds))) : 0;
}

function ask(request: Request): Promise<Response> {
	if (request.do === 'register') return fetch(base, json('POST', request.wanted));
	if (request.do === 'keep') return call('PUT', request.registration, '', request.wanted);
	return call('DELETE', request.registration);
}

function call(method: string, { id, secret }: Registration, path = '', body?: unknown): Promise<Response> {
	return fetch(`${base}/${id}${path}`, json(method, body, { authorization: `Bearer ${secret}` }));
}

function json(method: string, body?: unknown, headers: Record<string, string> = {}): RequestInit {
	return {
		method,
		headers: { 'content-type': 'application/json', ...headers },
		signal: AbortSignal.timeout(patience),
		...(body !== undefined && { body: JSON.stringify(body) })
	};
}
