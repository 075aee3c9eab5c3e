/** A PostgreSQL that goes away while everything runs, and comes back. */
import type { RequestEvent } from '@sveltejs/kit';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import webPush from 'web-push';
import { openDatabase } from '../../src/lib/server/database/connect';
import { loadPlan } from '../../src/lib/plan/load';
import { PushSender } from '../../src/lib/server/push/sender';
import { Vault } from '../../src/lib/server/push/vault';
import { startWork } from '../../src/lib/server/push/work/index';
import type { Logger } from '../../src/lib/server/push/work/log';
import { isAlive } from '../../src/lib/server/push/work/presence';
import { workWith } from '../../src/lib/server/push/work-with';
import { GET as healthz } from '../../src/routes/healthz/+server';
import { makeCertificate } from '../push-service/certificate';
import { startPushService } from '../push-service/push-service';
import { addReaders, readPlainTarget } from '../push-service/readers';
import { testFolder } from '../unit/plan/folder';
import { api, wanted } from './api-under-test';
import { hasPostgres, placeInPostgres } from './database-under-test';
import { gateTo } from './gate';

async function until(done: () => boolean | Promise<boolean>): Promise<void> {
	while (!(await done())) await new Promise((resolve) => setTimeout(resolve, 50));
}

describe.skipIf(!hasPostgres)('while the database is away', () => {
	it('calls are answered 503 and when to come again, /healthz and /metrics say so, and all is well when it is back', async () => {
		const place = await placeInPostgres();
		const gate = await gateTo(place.settings.url);
		const under = await api({ settings: { url: gate.url }, remove: () => place.remove() });
		const create = () => under.call('POST subscriptions', '', { json: wanted() });
		const health = async () =>
			(
				await healthz({
					locals: { server: under.server },
					url: new URL('http://localhost/healthz')
				} as unknown as RequestEvent)
			).status;
		expect([(await create()).status, await health()]).toEqual([201, 200]);

		await gate.shut();
		const refused = await create();
		expect(refused.status).toBe(503);
		expect(refused.headers.get('content-type')).toBe('application/problem+json');
		expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
		expect(await health()).toBe(503);
		expect((await under.server.metrics()).text).toContain('\nkandong_database_up 0\n');

		await gate.open();
		await until(async () => (await health()) === 200);
		expect((await create()).status).toBe(201);
		expect((await under.server.metrics()).text).toContain('\nkandong_push_subscriptions{state="pending"} 2\n');
		await under.close();
		await gate.shut();
		await place.remove();
	}, 120_000);

	it('work that had half begun then begins anew when it is back, once', async () => {
		const place = await placeInPostgres();
		const gate = await gateTo(place.settings.url);
		const [direct, database] = [await openDatabase(place.settings), await openDatabase({ url: gate.url })];
		const workers = async () => {
			const { rows } = await sql<{ all: number; alive: number }>`select count(*) as all,
				count(*) filter (where ${isAlive}) as alive from worker`.execute(direct.kysely);
			return rows[0];
		};
		const is = async (all: number, alive: number) => {
			const now = await workers();
			return now?.all === all && now.alive === alive;
		};
		const vapid = { subject: 'mailto:push@plan.example.cn', ...webPush.generateVAPIDKeys() };
		const sender = () => new PushSender({ vapid, allowed: () => true });
		let failed = 0;
		const log: Logger = (level) => (failed += level === 'alarm' ? 1 : 0);
		const begin = workWith(loadPlan(testFolder()), 'https://plan.example.cn', sender, log);

		// Its queues cannot be made while somebody else is making them.
		const queues = await direct.kysely.startTransaction().execute();
		await sql`create schema pgboss`.execute(queues);
		const work = await begin(database, { vapid, vault: new Vault(Buffer.alloc(32, 1)) });
		await until(() => is(1, 1));
		await gate.shut();
		await until(() => failed > 0);
		await until(() => is(1, 0));
		await queues.rollback().execute();
		await gate.open();
		await until(() => is(1, 1));

		await work.stop();
		expect(await workers()).toEqual({ all: 0, alive: 0 });
		await Promise.all([database.close(), direct.close(), gate.shut()]);
		await place.remove();
	}, 120_000);

	it('a worker keeps what it knows, and goes on by itself', async () => {
		const certificate = makeCertificate();
		const keys = webPush.generateVAPIDKeys();
		const service = await startPushService(certificate, keys.publicKey);
		const place = await placeInPostgres();
		const gate = await gateTo(place.settings.url);
		const [direct, database] = [await openDatabase(place.settings), await openDatabase({ url: gate.url })];
		const names = Array.from({ length: 400 }, (_, at) => `reader-${at}`);
		await addReaders(
			direct.kysely,
			names.map((name) => ({ target: service.target('ok', name), topics: ['shops'] }))
		);
		const sender = new PushSender({
			vapid: { subject: 'mailto:push@plan.example.cn', ...keys },
			allowed: () => true,
			ca: certificate.cert,
			timeout: 60_000
		});
		const work = await startWork(database, sender, loadPlan(testFolder()), {
			origin: 'https://plan.example.cn',
			readTarget: readPlainTarget,
			opaque: () => 'opaque',
			log: () => undefined,
			now: () => new Date(Date.parse('2032-05-05T04:00Z') + performance.now()),
			lookEvery: 1,
			sweepEvery: 1,
			calm: 5,
			pollEvery: 0.5
		});

		await until(() => service.accepted.length >= 100);
		await gate.shut();
		await new Promise((resolve) => setTimeout(resolve, 1500));
		await gate.open();
		const settled = async () => {
			const { rows } = await sql<{ count: number }>`select count(*) as count from delivery
				where state = 'accepted'`.execute(direct.kysely);
			return rows[0]?.count === names.length;
		};
		await until(settled);
		expect(new Set(service.accepted.map(({ reader }) => reader))).toEqual(new Set(names));

		await work.stop();
		await Promise.all([database.close(), direct.close(), service.close(), gate.shut()]);
		await place.remove();
		certificate.remove();
	}, 120_000);
});
