import { createECDH, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { RequestEvent } from '@sveltejs/kit';
import { handle } from '../../src/hooks.server';
import { GET as key } from '../../src/routes/api/push/key/+server';
import { POST as create } from '../../src/routes/api/push/subscriptions/+server';
import { DELETE, GET, PUT } from '../../src/routes/api/push/subscriptions/[id]/+server';
import { POST as activate } from '../../src/routes/api/push/subscriptions/[id]/activate/+server';
import { POST as test } from '../../src/routes/api/push/subscriptions/[id]/test/+server';
import { Running, type Parts, type Sends } from '../../src/lib/server/running';
import { EnvironmentReader, readServerSettings } from '../../src/lib/server/settings';
import type { Target } from '../../src/lib/server/push/vault';
import { placeInFolder, type Place } from './database-under-test';

export const origin = 'https://plan.example.cn';
export const topics = Array.from({ length: 60 }, (_, index) => `topic-${index}`);

type Handler = (event: RequestEvent) => Promise<Response>;
const routes: Record<string, Handler> = {
	'GET key': key as Handler,
	'POST subscriptions': create as Handler,
	'GET subscriptions/[id]': GET as Handler,
	'PUT subscriptions/[id]': PUT as Handler,
	'DELETE subscriptions/[id]': DELETE as Handler,
	'POST subscriptions/[id]/activate': activate as Handler,
	'POST subscriptions/[id]/test': test as Handler
};
export type Route = keyof typeof routes;
export const routeNames = Object.keys(routes);

/** Keeps what would be sent. */
export class Recorder implements Sends {
	sent: { target: Target; message: Record<string, Record<string, unknown>> }[] = [];
	send(target: Target, payload: string) {
		this.sent.push({ target, message: JSON.parse(payload) as Record<string, Record<string, unknown>> });
		return Promise.resolve({ kind: 'accepted' as const, status: 201 });
	}
	close() {
		return undefined;
	}
	/** The data of the last message to an endpoint. */
	lastTo(endpoint: string): Record<string, string> {
		const { message } = this.sent.findLast(({ target }) => target.endpoint === endpoint) ?? {};
		return (message?.notification?.data ?? {}) as Record<string, string>;
	}
}

/** The API on a database, in the real hook and with the real limits unless others are given. */
export async function api(place: Place, limits?: Parts['limits']) {
	const data = await placeInFolder();
	const { url } = place.settings;
	const settings = readServerSettings(
		new EnvironmentReader({ DATA_DIR: join(data.settings.folder, 'data'), ...(url ? { DATABASE_URL: url } : {}) })
	);
	const sender = new Recorder();
	const server = await Running.start(settings, { origin, topics }, { sender, ...(limits ? { limits } : {}) });

	/** @param init `json` is sent as such, with the headers that this site's page would have */
	async function call(
		route: string,
		id: string,
		init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string>; json?: unknown; secret?: string } = {}
	) {
		const { json, secret, headers, ...rest } = init;
		const request = new Request(
			`${origin}/api/push/${route.split(' ')[1]?.replace('[id]', encodeURIComponent(id)) ?? ''}`,
			{
				method: route.split(' ')[0] ?? 'GET',
				headers: {
					origin,
					...(json === undefined ? {} : { 'content-type': 'application/json' }),
					...(secret === undefined ? {} : { authorization: `Bearer ${secret}` }),
					...headers
				},
				...(json === undefined ? {} : { body: JSON.stringify(json) }),
				...rest
			}
		);
		const event = {
			request,
			url: new URL(request.url),
			params: { id },
			locals: { server },
			route: { id: `/api/push/${route.split(' ')[1] ?? ''}` },
			getClientAddress: () => '203.0.113.7'
		} as unknown as RequestEvent;
		return handle({ event, resolve: (given) => routes[route]?.(given) ?? new Response(null, { status: 405 }) });
	}

	return {
		call,
		server,
		sender,
		close: async () => {
			await server.close();
			await data.remove();
		}
	};
}

export type Api = Awaited<ReturnType<typeof api>>;

export function subscription(
	endpoint = `https://fcm.googleapis.com/fcm/send/${randomBytes(12).toString('base64url')}`
) {
	const curve = createECDH('prime256v1');
	return {
		endpoint,
		expirationTime: null,
		keys: { p256dh: curve.generateKeys('base64url'), auth: randomBytes(16).toString('base64url') }
	};
}

export function wanted(overrides: Record<string, unknown> = {}) {
	return {
		subscription: subscription(),
		topics: ['topic-1', 'topic-2'],
		locale: 'zh',
		frequency: 'daily',
		...overrides
	};
}
