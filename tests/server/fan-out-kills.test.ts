/** An update told to 20,000 readers by two workers that are killed 20 times, past everything that push services answer. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import webPush from 'web-push';
import { loadPlan } from '../../src/lib/plan/load.ts';
import { openDatabase, type Database } from '../../src/lib/server/database/connect.ts';
import { noticeUpdates } from '../../src/lib/server/push/work/noticing.ts';
import { makeCertificate } from '../push-service/certificate.ts';
import { startPushService, type Behaviour, type PushService } from '../push-service/push-service.ts';
import { addReaders } from '../push-service/readers.ts';
import { testFolder } from '../unit/plan/folder.ts';
import { hasPostgres, placeInPostgres, type Place } from './database-under-test.ts';

/** Readers of each kind. Those who are refused have a push service of their own, or nobody of the others would be told. */
const readers: Partial<Record<Behaviour, number>> = {
	ok: 15_100,
	gone404: 500,
	gone410: 500,
	wait: 1000,
	error: 1000,
	large: 700,
	reset: 900,
	hang: 100,
	refuse: 200
};
const gone: Behaviour[] = ['gone404', 'gone410'];
const kills = 20;
/** Requests between two kills: all of them fall while messages are under way, on a fast machine and on a slow one. */
const between = 800;

const certificate = makeCertificate();
const keys = webPush.generateVAPIDKeys();
const vapid = { subject: 'mailto:push@plan.example.cn', ...keys };
const firms = '2032-04-25-firms';

// A minute and a half of two cores, which the whole run has not got: FAN_OUT_KILLS=1 runs it (README).
describe.skipIf(!hasPostgres || !process.env.FAN_OUT_KILLS)(
	'a fan-out whose workers are killed (PostgreSQL; with FAN_OUT_KILLS=1)',
	() => {
		let place: Place;
		let database: Database;
		let services: PushService[];
		const workers: ChildProcess[] = [];
		/** Endpoints whose answer a living worker did not wait for. */
		const gaveUp = new Set<string>();

		beforeAll(async () => {
			place = await placeInPostgres();
			database = await openDatabase(place.settings);
			services = [
				await startPushService(certificate, keys.publicKey),
				await startPushService(certificate, keys.publicKey)
			];
		}, 60_000);
		afterAll(async () => {
			for (const worker of workers) worker.kill('SIGKILL');
			await Promise.all(services.map((service) => service.close()));
			await database.close();
			await place.remove();
			certificate.remove();
		}, 60_000);

		async function startWorker(): Promise<ChildProcess> {
			const args = [place.settings.url ?? '', JSON.stringify(vapid), certificate.file];
			const worker = fork(join(import.meta.dirname, 'worker-process.ts'), args, {
				env: { ...process.env, NODE_COMPILE_CACHE: join(dirname(certificate.file), 'compiled') }
			});
			workers.push(worker);
			worker.on('message', (said) => {
				if (typeof said === 'object' && 'gaveUp' in said) gaveUp.add(String(said.gaveUp));
			});
			await once(worker, 'message');
			return worker;
		}

		const requests = () => services.reduce((sum, service) => sum + service.requests, 0);
		async function until(done: () => boolean | Promise<boolean>, every = 20): Promise<void> {
			while (!(await done())) await new Promise((resolve) => setTimeout(resolve, every));
		}

		/** One of the two at random, at a random moment of its work, and another one in its place. */
		async function killOne(pair: Promise<ChildProcess>[], reached: number): Promise<void> {
			await until(() => requests() >= reached);
			const chosen = Math.random() < 0.5 ? 0 : 1;
			const worker = await pair[chosen];
			worker?.kill('SIGKILL');
			if (worker?.signalCode === null) await once(worker, 'exit');
			pair[chosen] = startWorker();
		}

		const unsettled = async (host: string) => {
			const { rows } = await sql<{ count: number }>`select count(*) as count from delivery
			where host = ${host} and state in ('queued', 'claimed', 'sending')`.execute(database.kysely);
			return rows[0]?.count ?? 0;
		};

		it('tells each reader once, or twice where a kill met it under way, and misses none', async () => {
			const { kysely } = database;
			const [service, refusing] = services;
			if (!service || !refusing) throw new Error('There are two push services.');
			const all = Object.entries(readers).flatMap(([kind, count]) =>
				Array.from({ length: count }, (_, at) => ({ kind: kind as Behaviour, name: `${kind}-${at}` }))
			);
			// So that no kind comes in one go.
			all.sort((a, b) => a.name.slice(-2).localeCompare(b.name.slice(-2)) || a.name.localeCompare(b.name));
			const numbers = await addReaders(
				kysely,
				all.map(({ kind, name }) => ({
					target: (kind === 'refuse' ? refusing : service).target(kind, name),
					topics: ['shops']
				}))
			);
			expect(await noticeUpdates(kysely, loadPlan(testFolder()).lookup, '2032-05-05', () => Promise.resolve())).toBe(1);

			const pair = [startWorker(), startWorker()];
			for (let kill = 1; kill <= kills; kill++) await killOne(pair, kill * between);
			await until(async () => (await unsettled(service.host)) === 0 && service.accepted.length > kills * between, 250);
			const survivors = await Promise.all(pair);
			await Promise.all(
				survivors.map((worker) => {
					worker.kill('SIGTERM');
					return once(worker, 'exit');
				})
			);

			expect(services.flatMap(({ faults }) => faults)).toEqual([]);
			expect(new Set(service.accepted.map(({ tag }) => tag))).toEqual(new Set([firms]));
			const times = Map.groupBy(service.accepted, ({ reader }) => reader);
			const live = all.filter(({ kind }) => kind !== 'refuse' && !gone.includes(kind));
			expect(live.filter(({ name }) => !times.has(name)).map(({ name }) => name)).toEqual([]);
			expect(times.size).toBe(live.length);

			// Who was told twice was under way at a kill, and nobody was told more often.
			const { rows } = await sql<{ subscription: number }>`select subscription from delivery
			where lost_at is not null`.execute(kysely);
			const lost = new Set(rows.map(({ subscription }) => subscription));
			const underWay = new Set(all.filter((_, at) => lost.has(numbers[at] ?? 0)).map(({ name }) => name));
			for (const endpoint of gaveUp) underWay.add(endpoint.split('/').at(-1) ?? '');
			const twice = [...times].filter(([, received]) => received.length > 1);
			expect(twice.filter(([, received]) => received.length > 2)).toEqual([]);
			expect(twice.filter(([name]) => !underWay.has(name)).map(([name]) => name)).toEqual([]);

			// Gone devices are forgotten, and those of the push service that refuses us are all there.
			const left = await sql<{ host: string; count: number }>`select host, count(*) as count from subscription
			group by host`.execute(kysely);
			expect(Object.fromEntries(left.rows.map(({ host, count }) => [host, count]))).toEqual({
				[service.host]: live.length,
				[refusing.host]: readers.refuse
			});
			console.log(`${lost.size} readers were under way at a kill, ${twice.length} were told twice.`);
		}, 1_800_000);
	}
);
