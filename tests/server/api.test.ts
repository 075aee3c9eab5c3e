import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { api, origin, routeNames, subscription, topics, wanted, type Api } from './api-under-test';
import { hasPostgres, placeInFolder, placeInPostgres, type Place } from './database-under-test';

const plenty = { burst: 1e9, perSecond: 1e9 };
const noLimits = { call: plenty, allCalls: plenty, greeting: plenty, allGreetings: plenty, test: plenty };

for (const [kind, open] of [
	['embedded', placeInFolder],
	['PostgreSQL', placeInPostgres]
] as const) {
	describe.skipIf(kind === 'PostgreSQL' && !hasPostgres)(`the push API (${kind})`, () => {
		let place: Place;
		let under: Api;
		beforeAll(async () => {
			place = await open();
			under = await api(place, noLimits);
		}, 60_000);
		afterAll(async () => {
			await under.close();
			await place.remove();
		}, 60_000);

		async function create(body = wanted()) {
			const response = await under.call('POST subscriptions', '', { json: body });
			expect(response.status).toBe(201);
			const { id, secret } = (await response.json()) as { id: string; secret: string };
			return { id, secret, endpoint: body.subscription.endpoint, body };
		}
		async function active(body = wanted()) {
			const made = await create(body);
			const { token } = under.sender.lastTo(made.endpoint);
			const response = await under.call('POST subscriptions/[id]/activate', made.id, { json: { token } });
			expect(response.status).toBe(204);
			return made;
		}
		const held = async ({ id, secret }: { id: string; secret: string }) => {
			const response = await under.call('GET subscriptions/[id]', id, { secret });
			return { status: response.status, body: (await response.json()) as Record<string, unknown> };
		};
		const rows = () =>
			under.server.connection.database?.kysely
				.selectFrom('subscription')
				.leftJoin('subscription_topic', 'subscription', 'number')
				.selectAll()
				.orderBy('number')
				.orderBy('topic')
				.execute();

		it('holds what was wanted, silent until the device echoes its token', async () => {
			const made = await create(wanted({ timeZone: 'Europe/Berlin' }));
			expect((await held(made)).body).toMatchObject({
				state: 'pending',
				timeZone: 'Europe/Berlin',
				endpoint: made.endpoint
			});
			expect((await under.call('POST subscriptions/[id]/test', made.id, { secret: made.secret })).status).toBe(409);
			const wrong = await under.call('POST subscriptions/[id]/activate', made.id, { json: { token: 'x' } });
			expect(wrong.status).toBe(403);
			const { kind, id, token } = under.sender.lastTo(made.endpoint);
			expect([kind, id]).toEqual(['activation', made.id]);
			for (let times = 0; times < 2; times++)
				expect((await under.call('POST subscriptions/[id]/activate', made.id, { json: { token } })).status).toBe(204);
			expect((await held(made)).body).toMatchObject({
				state: 'active',
				topics: ['topic-1', 'topic-2'],
				frequency: 'daily'
			});
			expect((await under.call('POST subscriptions/[id]/test', made.id, { secret: made.secret })).status).toBe(202);
			expect(under.sender.lastTo(made.endpoint)).toEqual({ kind: 'test' });
		});

		it('takes the whole wanted state, as often as it comes', async () => {
			const made = await active();
			const change = { topics: ['topic-2', 'topic-9'], locale: 'en', frequency: 'weekly', timeZone: 'UTC' };
			for (let times = 0; times < 2; times++)
				expect(
					(await under.call('PUT subscriptions/[id]', made.id, { secret: made.secret, json: change })).status
				).toBe(204);
			expect((await held(made)).body).toMatchObject({ state: 'active', ...change });
		});

		it('asks another endpoint to confirm before anything is sent to it', async () => {
			const made = await active();
			const moved = wanted();
			await under.call('PUT subscriptions/[id]', made.id, { secret: made.secret, json: moved });
			expect((await held(made)).body).toMatchObject({ state: 'pending', endpoint: moved.subscription.endpoint });
			const { token } = under.sender.lastTo(moved.subscription.endpoint);
			expect((await under.call('POST subscriptions/[id]/activate', made.id, { json: { token } })).status).toBe(204);
			expect((await held(made)).body).toMatchObject({ state: 'active' });
		});

		it('lets nobody take over an endpoint that was confirmed, and nobody block one that was not', async () => {
			const owner = await active();
			const again = wanted({ subscription: subscription(owner.endpoint) });
			expect((await under.call('POST subscriptions', '', { json: again })).status).toBe(409);
			const other = await active();
			const put = await under.call('PUT subscriptions/[id]', other.id, { secret: other.secret, json: again });
			expect(put.status).toBe(409);
			expect((await held(owner)).body).toMatchObject({ state: 'active', endpoint: owner.endpoint });
			expect((await held(other)).body).toMatchObject({ state: 'active', endpoint: other.endpoint });

			const waiting = await create();
			const rightful = await create(wanted({ subscription: subscription(waiting.endpoint) }));
			expect((await held(waiting)).status).toBe(404);
			expect((await held(rightful)).status).toBe(200);
		});

		it.each(['DELETE', 'PUT of no topics'])('forgets at once and wholly (%s)', async (way) => {
			const made = await active();
			const json = { topics: [], locale: 'zh', frequency: 'daily' };
			const gone =
				way === 'DELETE'
					? await under.call('DELETE subscriptions/[id]', made.id, { secret: made.secret })
					: await under.call('PUT subscriptions/[id]', made.id, { secret: made.secret, json });
			expect(gone.status).toBe(204);
			expect((await held(made)).status).toBe(404);
			expect(await rows()).not.toContainEqual(expect.objectContaining({ id: made.id }));
			await active(wanted({ subscription: subscription(made.endpoint) }));
		});

		it('keeps endpoints and secrets unreadable in the database', async () => {
			const made = await create();
			const stored = JSON.stringify(await rows(), (_key, value: unknown) =>
				typeof value === 'object' && value !== null && 'data' in value
					? Buffer.from(value.data as number[]).toString('latin1')
					: value
			);
			for (const hidden of [made.endpoint, made.secret, made.body.subscription.keys.auth])
				expect(stored).not.toContain(hidden);
		});

		const bad = (overrides: Record<string, unknown>) => ({ json: wanted(overrides) });
		it.each<[string, number, Parameters<Api['call']>[2]]>([
			['another site', 403, { ...bad({}), headers: { origin: 'https://evil.example' } }],
			['a sandboxed page', 403, { ...bad({}), headers: { origin: 'null' } }],
			['another site, as the browser says', 403, { ...bad({}), headers: { 'sec-fetch-site': 'cross-site' } }],
			['a form', 415, { body: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
			['plain text', 415, { body: '{}', headers: { 'content-type': 'text/plain' } }],
			['no JSON', 400, { body: '{', headers: { 'content-type': 'application/json' } }],
			['no UTF-8', 400, { body: Buffer.of(0x22, 0xff, 0x22), headers: { 'content-type': 'application/json' } }],
			[
				'too much',
				413,
				{ body: JSON.stringify({ x: 'x'.repeat(9000) }), headers: { 'content-type': 'application/json' } }
			],
			['no topics', 400, bad({ topics: [] })],
			['too many topics', 400, bad({ topics: topics.slice(0, 51) })],
			['a topic that is none', 400, bad({ topics: ['__proto__'] })],
			['a language that is none', 400, bad({ locale: 'fr' })],
			['a time zone that is none', 400, bad({ timeZone: 'Mars/Olympus' })],
			['a host inside', 403, bad({ subscription: subscription('https://169.254.169.254/latest') })],
			['http', 403, bad({ subscription: subscription('http://fcm.googleapis.com/x') })],
			[
				'a point off the curve',
				400,
				bad({ subscription: { ...subscription(), keys: { p256dh: `B${'A'.repeat(86)}`, auth: 'A'.repeat(22) } } })
			],
			[
				'a short auth',
				400,
				bad({ subscription: { ...subscription(), keys: { ...subscription().keys, auth: 'AAAA' } } })
			]
		])('refuses %s (%i), and stores nothing', async (_what, status, init) => {
			const before = await rows();
			const response = await under.call('POST subscriptions', '', init);
			expect(response.status).toBe(status);
			expect(response.headers.get('content-type')).toBe('application/problem+json');
			expect(Object.keys((await response.json()) as object)).toEqual(['title', 'status', 'code']);
			expect(await rows()).toEqual(before);
		});

		it('refuses who does not say that it is this site’s page', async () => {
			const request = { json: wanted(), headers: { origin: '' } };
			expect((await under.call('POST subscriptions', '', request)).status).toBe(403);
		});

		it('survives ten thousand strange requests: no 5xx, nothing stored, nothing of others seen or changed', async () => {
			const victims = [await active(), await create(), await active(wanted({ locale: 'en', topics: ['topic-5'] }))];
			const before = await rows();
			const ids = victims.map(({ id }) => id);
			const secrets = victims
				.map(({ endpoint, body }) => [endpoint, body.subscription.keys.auth, body.subscription.keys.p256dh])
				.flat();

			const value = fc.oneof(
				fc.jsonValue({ maxDepth: 2 }),
				fc.constantFrom(
					'',
					null,
					-1,
					'\u0000',
					'\ud800',
					'__proto__',
					"'; drop table subscription; --",
					'a'.repeat(3000),
					...ids
				)
			);
			/** Like a good request, with one or two of its fields (of a fresh device) replaced: nearly right is what slips through. */
			const nearly = fc
				.array(
					fc.tuple(
						fc.constantFrom('subscription', 'topics', 'locale', 'frequency', 'endpoint', 'p256dh', 'auth', 'token'),
						value
					),
					{
						minLength: 1,
						maxLength: 3
					}
				)
				.map((changes) => {
					const body: Record<string, unknown> = { topics: ['topic-1'], locale: 'zh', frequency: 'daily', token: 'x' };
					const keys: Record<string, unknown> = { p256dh: secrets[2], auth: secrets[1] };
					const place: Record<string, unknown> = { endpoint: 'https://10.0.0.1/x', keys };
					body.subscription = place;
					for (const [field, given] of changes) {
						if (field === 'endpoint') place.endpoint = given;
						else if (field === 'p256dh' || field === 'auth') keys[field] = given;
						else body[field] = given;
					}
					return JSON.stringify(body);
				});
			const requests = fc.record({
				route: fc.constantFrom(...routeNames),
				id: fc.oneof(fc.constantFrom(...ids), fc.uuid(), fc.string(), fc.constantFrom('..', '%00', "' or 1=1")),
				body: fc.oneof(
					{ weight: 3, arbitrary: nearly },
					value.map((given) => JSON.stringify(given)),
					fc.string(),
					fc.constant('x'.repeat(9000))
				),
				type: fc.constantFrom('application/json', 'application/json; charset=utf-8', 'text/plain', ''),
				from: fc.constantFrom(origin, origin, origin, 'https://evil.example', 'null'),
				authorization: fc.oneof(
					fc.constantFrom('', 'Bearer', 'Bearer ', `Bearer ${'A'.repeat(43)}`, `Basic ${'A'.repeat(43)}`),
					fc
						.string({ unit: fc.constantFrom('A', 'Z', 'a', 'z', '0', '9', '-', '_'), minLength: 43, maxLength: 43 })
						.map((text) => `Bearer ${text}`)
				)
			});
			let said = '';
			await fc.assert(
				fc.asyncProperty(requests, async ({ route, id, body, type, from, authorization }) => {
					const reads = route.startsWith('GET');
					const response = await under.call(route, id, {
						headers: { 'content-type': type, origin: from, authorization },
						...(reads ? {} : { body })
					});
					const text = await response.text();
					said = text.length > said.length ? text : said;
					expect(response.status).toBeLessThan(500);
					if (route !== 'GET key') {
						expect(response.ok && !(route.endsWith('activate') && ids.includes(id))).toBe(false);
						for (const secret of secrets) expect(text).not.toContain(secret);
					}
				}),
				{ numRuns: 10_500 }
			);
			expect(said.length).toBeLessThan(300);
			expect(await rows()).toEqual(before);
		}, 120_000);
	});
}

describe('limits', () => {
	it('hold for an address and say when to come again', async () => {
		const place = await placeInFolder();
		const under = await api(place);
		const statuses = [];
		for (let times = 0; times < 22; times++)
			statuses.push((await under.call('POST subscriptions', '', { json: wanted() })).status);
		expect(statuses.filter((status) => status === 201)).toHaveLength(20);
		const refused = await under.call('POST subscriptions', '', { json: wanted() });
		expect(refused.status).toBe(429);
		expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
		await under.close();
		await place.remove();
	}, 60_000);
});
