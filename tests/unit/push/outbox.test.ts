import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PushRecord, Wanted } from '../../../src/lib/device/records.ts';
import {
	answered as answeredAt,
	empty,
	end,
	goesOn,
	lose,
	next as nextAt,
	renewed,
	start,
	want,
	type Answer,
	type Request
} from '../../../src/lib/push/outbox.ts';

const now = '2026-01-01T08:00:00.000Z';
const next = (record: PushRecord) => nextAt(record, now);
const answered = (record: PushRecord, request: Request, answer: Answer) => answeredAt(record, request, answer, now);

const keys = { p256dh: 'p', auth: 'a' };

function wanted(endpoint: number, topics: string[]): Wanted {
	const subscription = { endpoint: `https://push.example/${endpoint}`, keys };
	return { subscription, topics, locale: 'zh', frequency: 'daily' };
}

/** What the contract's API does, with the answers that a network may lose. */
class Server {
	readonly rows = new Map<string, { secret: string; state: Wanted }>();
	#count = 0;

	take(request: Request): Answer {
		if (request.do === 'register') {
			const id = `row-${++this.#count}`;
			this.rows.set(id, { secret: id, state: request.wanted });
			return { status: 201, registration: { id, secret: id } };
		}
		const { id, secret } = request.registration;
		if (this.rows.get(id)?.secret !== secret) return { status: 404 };
		if (request.do === 'leave') this.rows.delete(id);
		else this.rows.set(id, { secret, state: request.wanted });
		return { status: 204 };
	}
}

/** @param endpoint of the next subscription that the browser makes; none, where it makes none */
function drain(record: PushRecord, answer: (request: Request) => Answer, endpoint?: number): PushRecord {
	for (let step = 0; step < 20; step++) {
		const request = next(record);
		if (!request) return record;
		if (request.do === 'renew') {
			record = renewed(record, endpoint === undefined ? undefined : wanted(endpoint, []).subscription);
			continue;
		}
		const got = answer(request);
		record = answered(record, request, got);
		if (!goesOn(got)) return record;
	}
	throw new Error('it never comes to rest');
}

const topics = fc.subarray(['jobs', 'education', 'healthcare']);
const step = fc.oneof(
	fc.record({ do: fc.constant('want' as const), topics }),
	fc.record({ do: fc.constant('off' as const) }),
	fc.record({ do: fc.constant('start' as const) }),
	fc.record({ do: fc.constant('forgotten' as const) }),
	fc.record({ do: fc.constant('send' as const), answer: fc.constantFrom('arrives', 'unreachable', 503, 429) })
);

test('whatever happens on the way, the server knows in the end what is wanted, and nothing else', () => {
	fc.assert(
		fc.property(fc.array(step), topics, fc.boolean(), (steps, last, on) => {
			const server = new Server();
			let record = empty;
			for (const one of steps) {
				if (one.do === 'want') record = want(record, wanted(1, one.topics));
				if (one.do === 'off') record = want(record, undefined);
				if (one.do === 'start') record = start(record);
				if (one.do === 'forgotten') server.rows.clear();
				if (one.do === 'send') {
					const { answer } = one;
					record = drain(
						record,
						(request) => {
							if (answer === 'unreachable') return 'lost';
							return typeof answer === 'number' ? { status: answer } : server.take(request);
						},
						1
					);
				}
			}
			record = drain(start(want(record, on ? wanted(1, last) : undefined)), (request) => server.take(request), 1);
			const states = [...server.rows.values()].map(({ state }) => state);
			expect(states).toEqual(on && last.length > 0 ? [wanted(1, last)] : []);
			expect(next(record)).toBeUndefined();
			expect(record.leaving).toEqual([]);
		})
	);
});

test('keeping and leaving may be said twice: an answer that got lost changes nothing', () => {
	const server = new Server();
	let record = drain(want(empty, wanted(1, ['jobs'])), (request) => server.take(request));
	record = want(record, wanted(1, ['jobs', 'education']));
	const losing = (request: Request): Answer => {
		server.take(request);
		return 'lost';
	};
	record = drain(drain(record, losing), (request) => server.take(request));
	expect([...server.rows.values()].map(({ state }) => state.topics)).toEqual([['jobs', 'education']]);
	record = drain(drain(want(record, undefined), losing), (request) => server.take(request));
	expect(server.rows.size).toBe(0);
	expect(next(record)).toBeUndefined();
});

test('a registration that arrives after push was switched off is taken back', () => {
	const request = next(want(empty, wanted(1, ['jobs'])));
	if (request?.do !== 'register') throw new Error('nothing to send');
	const off = want(want(empty, wanted(1, ['jobs'])), undefined);
	const registration = { id: 'late', secret: 's' };
	expect(next(answered(off, request, { status: 201, registration }))).toEqual({ do: 'leave', registration });
});

test.each([400, 403, 413])('what the server refuses with %i is not asked again until something changes', (status) => {
	const refused = drain(want(empty, wanted(1, ['jobs'])), () => ({ status }));
	expect(refused.refused).toBe(status);
	expect(next(refused)).toBeUndefined();
	expect(next(want(refused, wanted(1, ['jobs'])))).toBeUndefined();
	expect(next(want(refused, wanted(2, ['jobs'])))).toMatchObject({ do: 'register' });
	expect(next(start(refused))).toMatchObject({ do: 'register' });
});

test('the app’s start tells the server again, though nothing changed: it counts the days since it heard of a device', () => {
	const server = new Server();
	const record = drain(want(empty, wanted(1, ['jobs'])), (request) => server.take(request));
	expect(next(record)).toBeUndefined();
	expect(next(start(record))).toMatchObject({ do: 'keep' });
});

test.each([401, 404, 410])(
	'a device that the server does not know any more (%i) gets a new subscription and is registered with it',
	(status) => {
		const server = new Server();
		let record = drain(want(empty, wanted(1, ['jobs'])), (request) => server.take(request));
		server.rows.clear();
		record = drain(start(record), (request) => (request.do === 'keep' ? { status } : server.take(request)), 2);
		expect([...server.rows.values()].map(({ state }) => state)).toEqual([wanted(2, ['jobs'])]);
		expect(record).toMatchObject({ renewed: now });
		expect(start(record).renewed).toBeUndefined();
	}
);

test('where no new subscription can be made, notifications end, and it is known why', () => {
	const known = drain(want(empty, wanted(1, ['jobs'])), (request) => new Server().take(request));
	const record = drain(start(known), () => ({ status: 404 }));
	expect(record).toEqual({ key: 'push', leaving: [], ended: 'gone' });
	expect(want(record, wanted(2, ['jobs'])).ended).toBeUndefined();
});

test('an endpoint that is another’s is exchanged once, and then not again', () => {
	const answers: Request['do'][] = [];
	const record = drain(
		want(empty, wanted(1, ['jobs'])),
		(request) => {
			answers.push(request.do);
			return { status: 409 };
		},
		2
	);
	expect(answers).toEqual(['register', 'register']);
	expect(record.refused).toBe(409);
});

test('a subscription that the browser has lost is made anew in the server’s same row', () => {
	const server = new Server();
	const record = drain(want(empty, wanted(1, ['jobs'])), (request) => server.take(request));
	drain(lose(record), (request) => server.take(request), 2);
	expect([...server.rows.values()].map(({ state }) => state)).toEqual([wanted(2, ['jobs'])]);
});

test('a server that asks for a pause is not asked before it is over, not even at a start', () => {
	const later = '2026-01-01T08:01:00.000Z';
	const record = drain(want(empty, wanted(1, ['jobs'])), () => ({ status: 429, notBefore: later }));
	expect(next(start(record))).toBeUndefined();
	expect(nextAt(record, later)).toMatchObject({ do: 'register' });
	const server = new Server();
	const request = nextAt(record, later);
	if (request?.do !== 'register') throw new Error('nothing to send');
	expect(answered(record, request, server.take(request)).notBefore).toBeUndefined();
});

test('taken back in the browser’s settings, the server’s row goes, and the reason stays until the next switch', () => {
	const server = new Server();
	let record = drain(want(empty, wanted(1, ['jobs'])), (request) => server.take(request));
	record = drain(end(record, 'permission'), (request) => server.take(request));
	expect(server.rows.size).toBe(0);
	expect(record.ended).toBe('permission');
	expect(want(record, undefined).ended).toBeUndefined();
});
