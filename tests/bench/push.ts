/**
 * `npm run bench -- push`: what one worker sends in a second, beside web-push as its README has it, and what finding the
 * recipients costs among a million. On the PostgreSQL of the tests, in a database of its own that is dropped again.
 */
import { fork } from 'node:child_process';
import { createECDH, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import https from 'node:https';
import { join } from 'node:path';
import process from 'node:process';
import { sql, type Kysely } from 'kysely';
import pg from 'pg';
import webPush from 'web-push';
import { contentFolder, readFolder } from '../../src/commands/content-folder.ts';
import { loadPlan } from '../../src/lib/plan/load.ts';
import { openDatabase, type Database } from '../../src/lib/server/database/connect.ts';
import type { Schema } from '../../src/lib/server/database/schema.ts';
import { PushSender } from '../../src/lib/server/push/sender.ts';
import { Vault } from '../../src/lib/server/push/vault.ts';
import { coverRange } from '../../src/lib/server/push/work/fan-out.ts';
import { noticeUpdates } from '../../src/lib/server/push/work/noticing.ts';
import { Pump } from '../../src/lib/server/push/work/pump.ts';
import { followersQuery } from '../../src/lib/server/push/work/recipients.ts';
import { Totals } from '../../src/lib/server/push/work/totals.ts';
import { makeCertificate } from '../push-service/certificate.ts';
import { addReaders, readPlainTarget } from '../push-service/readers.ts';

/** By turns, because the machine is not always the same; and enough of them that most of the code is compiled. */
const rounds = 5;
const messages = 5000;
const few = 100_000;
const many = 1_000_000;
const range = 5000;

const vapid = { subject: 'mailto:push@plan.example.cn', ...webPush.generateVAPIDKeys() };
const postgres = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';

export async function benchPush(): Promise<void> {
	const name = `kandong_bench_${randomBytes(4).toString('hex')}`;
	await asOwner(`create database ${name}`);
	const url = new URL(postgres);
	url.pathname = `/${name}`;
	const database = await openDatabase({ url: url.href });
	try {
		await benchSending(database);
		await benchRecipients(database);
	} finally {
		await database.close();
		await asOwner(`drop database ${name} with (force)`);
	}
}

async function benchSending(database: Database): Promise<void> {
	const certificate = makeCertificate();
	const sink = fork(join(import.meta.dirname, 'sink.ts'), [certificate.key, certificate.cert]);
	const [port] = (await once(sink, 'message')) as [number];
	const curve = createECDH('prime256v1');
	const target = {
		endpoint: `https://localhost:${port}/`,
		p256dh: curve.generateKeys('base64url'),
		auth: randomBytes(16).toString('base64url')
	};
	const plain: Rate[] = [];
	const ours: Rate[] = [];
	for (let round = 0; round < rounds; round++) {
		plain.push(await plainRate(target, certificate.cert));
		ours.push(await workerRate(database, target, certificate.cert));
	}
	const ratio = median(ours.map(({ perSecond }, round) => perSecond / (plain[round]?.perSecond ?? NaN)));
	console.table({
		'web-push, one after another': { ...medians(plain), ratio: 1 },
		'one worker, database included': { ...medians(ours), ratio: Number(ratio.toFixed(2)) }
	});
	sink.kill();
	certificate.remove();
}

async function plainRate(
	{ endpoint, p256dh, auth }: { endpoint: string; p256dh: string; auth: string },
	ca: string
): Promise<Rate> {
	https.globalAgent.options.ca = ca;
	const send = () =>
		webPush.sendNotification({ endpoint, keys: { p256dh, auth } }, 'x'.repeat(450), { vapidDetails: vapid, TTL: 60 });
	for (let count = 0; count < 100; count++) await send();
	return measure(async () => {
		for (let count = 0; count < messages; count++) await send();
	});
}

async function workerRate(
	database: Database,
	target: { endpoint: string; p256dh: string; auth: string },
	ca: string
): Promise<Rate> {
	const { kysely } = database;
	await sql`truncate subscription, plan_update, fan_out restart identity cascade`.execute(kysely);
	const vault = new Vault(randomBytes(32));
	const readers = Array.from({ length: messages }, (_, at) => ({
		target: { ...target, endpoint: target.endpoint + String(at) },
		topics: ['innovation']
	}));
	await addReaders(kysely, readers);
	await seal(kysely, vault);
	const { lookup } = loadPlan(await readFolder(contentFolder));
	let fanOut = 0;
	await noticeUpdates(kysely, lookup, '9999-01-01', (number) => Promise.resolve(void (fanOut = number)));
	while ((await coverRange(kysely, fanOut, range, new Date())).more);
	const sender = new PushSender({ vapid, allowed: () => true, ca });
	const settings = {
		origin: 'https://plan.example.cn',
		readTarget: (id: string, sealed: Uint8Array) => vault.open(sealed, id),
		opaque: (name: string) => vault.opaque(name),
		log: () => undefined,
		now: () => new Date(),
		lease: 60,
		lookEvery: 2,
		calm: 15,
		sweepEvery: 20,
		pollEvery: 2,
		firstRetry: 30,
		range
	};
	const pump = new Pump(database, sender, settings, new Totals(kysely), () => 1);
	const measured = await measure(() => pump.run());
	sender.close();
	return measured;
}

async function seal(kysely: Kysely<Schema>, vault: Vault): Promise<void> {
	const { rows } = await sql<{ id: string; target: Uint8Array }>`select id, target from subscription`.execute(kysely);
	const sealed = rows.map(({ id, target }) => vault.seal(readPlainTarget(id, target), id));
	await sql`update subscription set target = sealed.target
		from unnest(${rows.map(({ id }) => id)}::uuid[], ${sealed}::bytea[]) as sealed (id, target)
		where subscription.id = sealed.id`.execute(kysely);
}

interface Rate {
	perSecond: number;
	/** Microseconds of the sender's processor time for a message. */
	cpu: number;
}

async function measure(send: () => Promise<void>): Promise<Rate> {
	const [began, before] = [performance.now(), process.cpuUsage()];
	await send();
	const { user, system } = process.cpuUsage(before);
	return { perSecond: messages / ((performance.now() - began) / 1000), cpu: (user + system) / messages };
}

function medians(rates: readonly Rate[]): Record<string, number> {
	return {
		'per second': Math.round(median(rates.map(({ perSecond }) => perSecond))),
		'µs of CPU each': Math.round(median(rates.map(({ cpu }) => cpu)))
	};
}

async function benchRecipients(database: Database): Promise<void> {
	const rows: Record<string, object> = {};
	let cost = 0;
	for (const size of [few, many]) {
		await fill(database, size);
		const { milliseconds, plan } = await findAll(database, size);
		cost = cost || milliseconds;
		rows[`among ${size.toLocaleString('en')}`] = {
			'ms per 1,000 found': Number(milliseconds.toFixed(2)),
			ratio: Number((milliseconds / cost).toFixed(2)),
			'index only': plan.includes('Index Only Scan using subscription_topic_audience') && !plan.includes('Seq Scan')
		};
	}
	console.table(rows);
}

/** Each follows three of 13 topics. */
async function fill({ kysely }: Database, size: number): Promise<void> {
	await sql`truncate subscription restart identity cascade`.execute(kysely);
	for (let from = 0; from < size; from += few) {
		await sql`insert into subscription (id, secret_hash, endpoint_hash, target, host, locale, frequency, time_zone, state)
			select gen_random_uuid(), '', int8send(n), '', 'fcm.googleapis.com', 'zh', 'immediate', 'Asia/Shanghai', 'active'
			from generate_series(${from + 1}::bigint, ${from + few}::bigint) as n`.execute(kysely);
		await sql`insert into subscription_topic (subscription, topic, frequency, active)
			select number, 'topic-' || ((number * 7 + k * 4) % 13), frequency, true
			from subscription, generate_series(0, 2) as k where number > ${from}`.execute(kysely);
	}
	await sql`vacuum analyze subscription_topic`.execute(kysely);
}

/** The median over ranges at the beginning, in the middle and at the end. */
async function findAll({ kysely }: Database, size: number): Promise<{ milliseconds: number; plan: string }> {
	const times: number[] = [];
	const starts = Array.from({ length: 20 }, (_, at) => Math.floor((at * (size - range)) / 19) + 1);
	const query = (from: number) => followersQuery(['topic-3', 'topic-8'], { from, to: from + range - 1 });
	await query(1).execute(kysely);
	for (const from of starts) {
		const began = performance.now();
		const { rows } = await query(from).execute(kysely);
		times.push(((performance.now() - began) / rows.length) * 1000);
	}
	const { rows } = await sql<{ 'QUERY PLAN': string }>`explain (costs off) ${query(Math.floor(size / 2))}`.execute(
		kysely
	);
	return { milliseconds: median(times), plan: rows.map((row) => row['QUERY PLAN']).join('\n') };
}

function median(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
}

async function asOwner(statement: string): Promise<void> {
	const client = new pg.Client({ connectionString: postgres });
	await client.connect();
	await client.query(statement);
	await client.end();
}
