/** What readers get and when, on both databases, with a clock that the tests set and a push service that really decrypts. */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import webPush from 'web-push';
import { loadPlan, type LoadedPlan } from '../../src/lib/plan/load.ts';
import { exposition } from '../../src/lib/server/exposition.ts';
import { measures } from '../../src/lib/server/push/measures.ts';
import { ageOut } from '../../src/lib/server/push/work/age-out.ts';
import { claim, type Message } from '../../src/lib/server/push/work/claim.ts';
import { Departures } from '../../src/lib/server/push/work/departures.ts';
import { coverRange } from '../../src/lib/server/push/work/fan-out.ts';
import { overdue } from '../../src/lib/server/push/work/listener.ts';
import { noticeUpdates } from '../../src/lib/server/push/work/noticing.ts';
import { Presence } from '../../src/lib/server/push/work/presence.ts';
import { Pump } from '../../src/lib/server/push/work/pump.ts';
import { Record as Results } from '../../src/lib/server/push/work/record.ts';
import { sweep } from '../../src/lib/server/push/work/sweep.ts';
import { takeOver } from '../../src/lib/server/push/work/take-over.ts';
import { Totals } from '../../src/lib/server/push/work/totals.ts';
import { holdUpdate, releaseUpdate, resend, updateLines } from '../../src/lib/server/push/publisher.ts';
import { PushSender } from '../../src/lib/server/push/sender.ts';
import { startWork } from '../../src/lib/server/push/work/index.ts';
import { makeCertificate } from '../push-service/certificate.ts';
import { startPushService, type Behaviour, type PushService } from '../push-service/push-service.ts';
import { addReaders, readPlainTarget } from '../push-service/readers.ts';
import { append, testFolder } from '../unit/plan/folder.ts';
import { onBothDatabases } from './database-under-test.ts';

const certificate = makeCertificate();
const keys = webPush.generateVAPIDKeys();
const vapid = { subject: 'mailto:push@plan.example.cn', ...keys };

/** The invented plan, with these updates besides its own one of 2032-04-25. */
function planWith(...updates: { id: string; kind?: string; corrects?: string; topics?: string }[]): LoadedPlan {
	const files = updates.map(({ id, kind = 'new', corrects, topics = '[shops]' }) =>
		append(
			`updates/${id}.yaml`,
			`kind: ${kind}\ndate: 2032-04-26\ntopics: ${topics}\ncards: [firms]\ntitle: { zh: 样例${'甲乙丙丁戊己'[id.length % 6] ?? ''}, en: Sample ${id.replaceAll(/\d/g, '')} }\n` +
				`body: { zh: 样例, en: Sample }\ncitation: report-2032\nnotify: true\n${corrects === undefined ? '' : `corrects: [${corrects}]\n`}`
		)
	);
	return loadPlan(testFolder(...files));
}

afterAll(() => certificate.remove());

onBothDatabases('delivery', (database) => {
	let service: PushService;
	let now = new Date('2032-05-05T04:00Z');

	beforeAll(async () => {
		service = await startPushService(certificate, keys.publicKey);
	});
	afterAll(async () => {
		await service.close();
	});
	beforeEach(async () => {
		const { kysely } = database();
		for (const table of 'fan_out listener delivery subscription plan_update host_pause worker send_total accept_delay'.split(
			' '
		))
			await sql`delete from ${sql.table(table)}`.execute(kysely);
		service.accepted.length = 0;
		now = new Date('2032-05-05T04:00Z');
	});

	const settings = () => ({
		origin: 'https://plan.example.cn',
		readTarget: readPlainTarget,
		opaque: (name: string) => Buffer.from(name).toString('base64url').slice(-32),
		log: () => undefined,
		now: () => now,
		lease: 60,
		lookEvery: 1,
		calm: 5,
		sweepEvery: 1,
		pollEvery: 0.5,
		firstRetry: 60,
		range: 3
	});
	const sender = () => new PushSender({ vapid, allowed: () => true, ca: certificate.cert, timeout: 60_000 });

	/** What a server does that starts with a plan, and then all that is due. */
	async function publish(plan: LoadedPlan): Promise<number> {
		const count = await queue(plan);
		await send();
		return count;
	}

	async function queue(plan: LoadedPlan): Promise<number> {
		const { kysely } = database();
		const fanOuts: number[] = [];
		const count = await noticeUpdates(kysely, plan.lookup, '2032-05-05', (fanOut) =>
			Promise.resolve(void fanOuts.push(fanOut))
		);
		for (const fanOut of fanOuts) await cover(fanOut);
		return count;
	}

	async function cover(fanOut: number): Promise<void> {
		while ((await coverRange(database().kysely, fanOut, 3, now)).more);
	}

	async function send(): Promise<void> {
		const open = sender();
		await sweep(database().kysely, now);
		const totals = new Totals(database().kysely);
		await new Pump(database(), open, settings(), totals, () => 1).run();
		await totals.write();
		open.close();
	}

	async function states(): Promise<Record<string, number>> {
		const { rows } = await sql<{ state: string; count: number }>`select state, count(*) as count from delivery
			group by state order by state`.execute(database().kysely);
		return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
	}

	const told = () => service.accepted.map(({ reader, tag }) => `${reader} ${tag}`).sort();
	const reader = (name: string, more = {}) => ({ target: service.target('ok', name), topics: ['shops'], ...more });
	const firms = '2032-04-25-firms';

	test('an update is told once to each who follows, in their language, encrypted, signed and with an opaque topic', async () => {
		await addReaders(database().kysely, [
			...['a', 'b', 'c', 'd'].map((name) => reader(name)),
			reader('e', { locale: 'en' }),
			reader('f', { topics: ['money'] })
		]);
		expect(await publish(planWith())).toBe(1);
		expect(await publish(planWith())).toBe(0);
		expect(told()).toEqual(['a', 'b', 'c', 'd', 'e'].map((name) => `${name} ${firms}`));
		expect(service.faults).toEqual([]);
		const english = service.accepted.find(({ reader }) => reader === 'e');
		expect(english?.notification).toMatchObject({
			title: 'Shops · Sample firms beat the target',
			lang: 'en',
			navigate: 'https://plan.example.cn/en/topics/shops/firms',
			data: { kind: 'update', update: firms, topic: 'shops' }
		});
		expect(english?.ttl).toBe(48 * 60 * 60);
		expect(english?.topic).toMatch(/^[\w-]{1,32}$/);
	});

	test('an update that is told to nobody yet is not told to who comes later', async () => {
		await publish(planWith());
		await addReaders(database().kysely, [reader('late')]);
		await publish(planWith());
		expect(told()).toEqual([]);
	});

	test('five updates are two and a digest; the sixth waits for the morning', async () => {
		await addReaders(database().kysely, [reader('a')]);
		const some = ['x', 'xx', 'xxx', 'xxxx'].map((id) => ({ id: `u-${id}` }));
		await publish(planWith(...some));
		expect(service.accepted).toHaveLength(3);
		const digest = service.accepted.find(({ tag }) => tag.startsWith('digest-'));
		expect(digest?.notification).toMatchObject({
			title: '您关注的主题有 3 条更新',
			navigate: 'https://plan.example.cn/following'
		});
		await publish(planWith(...some, { id: 'u-six' }));
		expect(service.accepted).toHaveLength(3);
		now = new Date('2032-05-06T00:00Z');
		await send();
		expect(service.accepted.map(({ tag }) => tag).at(-1)).toBe('u-six');
	});

	test('daily and weekly readers wait for eight in the morning of their own zone', async () => {
		await addReaders(database().kysely, [
			reader('daily', { frequency: 'daily' }),
			reader('weekly', { frequency: 'weekly' }),
			reader('madrid', { frequency: 'daily', timeZone: 'Europe/Madrid' })
		]);
		await publish(planWith({ id: 'u-more' }));
		expect(told()).toEqual([]);
		const madrid = ['madrid', '您关注的主题有 2 条更新'];
		now = new Date('2032-05-05T06:00Z');
		await send();
		expect(service.accepted.map(({ reader, notification }) => [reader, notification.title])).toEqual([madrid]);
		now = new Date('2032-05-06T00:00Z');
		await send();
		now = new Date('2032-05-10T00:00Z');
		await send();
		expect(service.accepted.map(({ reader }) => reader)).toEqual(['madrid', 'daily', 'weekly']);
	});

	test('what was unfollowed meanwhile is not told', async () => {
		const [number] = await addReaders(database().kysely, [reader('a', { frequency: 'daily' })]);
		await publish(planWith());
		await sql`delete from subscription_topic where subscription = ${number}`.execute(database().kysely);
		now = new Date('2032-05-06T00:00Z');
		await send();
		expect([told(), await states()]).toEqual([[], { withdrawn: 1 }]);
	});

	test('a held update waits, before it is noticed and after; released it goes on', async () => {
		const { kysely } = database();
		await addReaders(kysely, [reader('a'), reader('b', { frequency: 'daily' })]);
		const plan = planWith({ id: 'u-held' });
		await holdUpdate(kysely, plan.lookup, 'u-held');
		await publish(plan);
		expect(told()).toEqual([`a ${firms}`]);
		expect(await holdUpdate(kysely, plan.lookup, firms)).toEqual({ back: 1, told: 1 });
		now = new Date('2032-05-06T00:00Z');
		await send();
		expect(told()).toEqual([`a ${firms}`]);
		expect(await releaseUpdate(kysely, firms)).toBe(1);
		await releaseUpdate(kysely, 'u-held');
		// Released by the database's clock, so the rest of this goes by the true one.
		now = new Date();
		const { rows } = await sql<{ number: number }>`select number from fan_out where finished_at is null`.execute(
			kysely
		);
		for (const { number } of rows) await cover(number);
		// After the next eight o'clock in the readers' zone, and before the message is no longer news.
		now = new Date(now.getTime() + 24 * 60 * 60 * 1000);
		now.setUTCHours(0, 1);
		await send();
		expect(told()).toContain('a u-held');
		const lines = await updateLines(kysely, plan.lookup);
		expect(lines.find(({ id }) => id === firms)).toMatchObject({
			state: 'sent',
			audience: 2,
			deliveries: { accepted: 2 }
		});
	});

	test('a correction reaches who was told the wrong number, and who was not told it yet hears only the correction', async () => {
		const { kysely } = database();
		const [number] = await addReaders(kysely, [
			reader('told', { topics: ['shops'] }),
			reader('waiting', { frequency: 'daily' }),
			reader('never', { topics: ['money'] })
		]);
		await publish(planWith());
		await sql`delete from subscription_topic where subscription = ${number}`.execute(kysely);
		await publish(planWith({ id: 'u-right', kind: 'correction', corrects: firms }));
		now = new Date('2032-05-06T00:00Z');
		await send();
		expect(told()).toEqual([`told ${firms}`, 'told u-right', 'waiting u-right']);
		expect(service.accepted.at(-1)?.notification.title).toMatch(/^更正 · /);
	});

	test('trouble is tried again until it is no longer news, and then only by the publisher', async () => {
		const { kysely } = database();
		await addReaders(kysely, [{ target: service.target('down', 'away'), topics: ['shops'] }, reader('a')]);
		await publish(planWith());
		for (let tries = 0; tries < 3; tries++) {
			now = new Date(now.getTime() + 2 * 60 * 60 * 1000);
			await send();
		}
		const { rows } = await sql<{ attempts: number }>`select attempts from delivery where state = 'queued'`.execute(
			kysely
		);
		expect(rows).toEqual([{ attempts: 4 }]);
		now = new Date('2032-05-07T05:00Z');
		await send();
		expect(await states()).toEqual({ accepted: 1, failed: 1 });
		expect(await resend(kysely, firms, 'failed')).toBe(1);
		expect(told()).toEqual([`a ${firms}`]);
	});

	test('gone devices are forgotten, a service that refuses us is stopped and forgets nobody, too large is sent smaller', async () => {
		const { kysely } = database();
		await addReaders(kysely, [
			{ target: service.target('gone410', 'gone'), topics: ['shops'] },
			{ target: service.target('large', 'large'), topics: ['shops'] },
			...['r1', 'r2', 'r3', 'r4'].map((name) => ({ target: service.target('refuse', name), topics: ['shops'] }))
		]);
		await publish(planWith());
		expect(told()).toEqual([`large ${firms}`]);
		const { rows } = await sql<{ count: number }>`select count(*) as count from subscription`.execute(kysely);
		expect(rows[0]?.count).toBe(5);
		expect(await states()).toEqual({ accepted: 1, queued: 4 });
	});

	test('a device that nobody opens is warned at 55 days and forgotten at 60', async () => {
		const { kysely } = database();
		now = new Date(`${new Date().toISOString().slice(0, 10)}T04:00Z`);
		await addReaders(kysely, [
			reader('fresh', { unseen: 10 }),
			reader('quiet', { unseen: 56 }),
			reader('long', { unseen: 70 })
		]);
		const open = sender();
		await ageOut(database(), open, settings());
		await ageOut(database(), open, settings());
		expect(service.accepted.map(({ reader, tag }) => [reader, tag])).toEqual([['quiet', 'still-there']]);
		now = new Date(now.getTime() + 5 * 24 * 60 * 60 * 1000);
		await ageOut(database(), open, settings());
		open.close();
		const { rows } = await sql<{ count: number }>`select count(*) as count from subscription`.execute(kysely);
		expect(rows[0]?.count).toBe(1);
	});

	describe('a worker that dies', () => {
		/** A worker without a lock, as its death leaves it: it had claimed all that was due, and some of that was under way. */
		async function die(underWay: (message: Message) => boolean): Promise<Message[]> {
			const { kysely } = database();
			const { rows } = await sql<{ number: number }>`insert into worker default values returning number`.execute(
				kysely
			);
			const claimed = await claim(kysely, service.host, 50, { worker: rows[0]?.number ?? 0, lease: 60, now });
			const departures = new Departures(kysely, 60);
			const left = await Promise.all(
				claimed.filter(underWay).map((message) => departures.may(message, message.updates))
			);
			expect(left).not.toContain(false);
			return claimed;
		}
		const later = () => (now = new Date(now.getTime() + 6000));

		test('had claimed some: they are sent at once; had some under way: again when it is calm, and never a third time', async () => {
			const { kysely } = database();
			const [a, b] = await addReaders(kysely, [reader('a'), reader('b'), reader('c')]);
			await queue(planWith());
			await die(({ subscription }) => subscription === a || subscription === b);
			expect(await takeOver(kysely, now, 5)).toEqual({ dead: 1, again: 2, maybe: 0 });
			expect(await takeOver(kysely, now, 5)).toEqual({ dead: 0, again: 0, maybe: 0 });
			await send();
			expect(told()).toEqual([`c ${firms}`]);

			later();
			await die(({ subscription }) => subscription === a);
			expect(await takeOver(kysely, now, 5)).toEqual({ dead: 1, again: 0, maybe: 1 });
			await send();
			expect(told()).toEqual([`c ${firms}`]);
			later();
			await send();
			expect([told(), await states()]).toEqual([[`b ${firms}`, `c ${firms}`], { accepted: 2, maybe: 1 }]);

			expect(await resend(kysely, firms, 'maybe')).toBe(1);
			now = new Date(Date.now() + 60_000);
			await send();
			expect(told()).toEqual([`a ${firms}`, `b ${firms}`, `c ${firms}`]);
		});

		test('only seemingly can still say what was accepted', async () => {
			const { kysely } = database();
			await addReaders(kysely, [reader('a')]);
			await queue(planWith());
			const [message] = await die(() => true);
			await takeOver(kysely, now, 5);
			if (message) {
				const record = new Results(kysely);
				record.add(message, { state: 'accepted', answer: 201 });
				await record.written();
			}
			later();
			await send();
			expect([told(), await states()]).toEqual([[], { accepted: 1 }]);
		});

		test('is told from one that lives by its lock', async () => {
			const { kysely, kind } = database();
			const presence = new Presence(database());
			await presence.open();
			const before = presence.number;
			expect((await takeOver(kysely, now, 5)).dead).toBe(0);
			if (kind === 'server') {
				await sql`select pg_terminate_backend(pid) from pg_stat_activity
					where datname = current_database() and application_name = 'kandong worker'`.execute(kysely);
				while (presence.number === before) await new Promise((resolve) => setTimeout(resolve, 20));
				expect((await takeOver(kysely, now, 5)).dead).toBe(1);
			}
			await presence.close();
			const { rows } = await sql`select from worker`.execute(kysely);
			expect(rows).toEqual([]);
		});
	});

	test('metrics say what all workers did together, what waits and who is stopped', async () => {
		const { kysely } = database();
		const of = (behaviour: Behaviour, count: number) =>
			Array.from({ length: count }, (_, at) => ({
				target: service.target(behaviour, `${behaviour}-${at}`),
				topics: ['shops']
			}));
		await addReaders(kysely, [
			...of('ok', 30),
			...of('gone404', 3),
			...of('error', 4),
			reader('later', { frequency: 'daily' })
		]);
		await queue(planWith());
		const open = sender();
		const totals = [new Totals(kysely), new Totals(kysely)];
		await Promise.all(totals.map((own, at) => new Pump(database(), open, settings(), own, () => at + 1).run()));
		for (const own of totals) await own.write();
		await sql`insert into host_pause (host, until, reason, stopped)
			values ('push.example.cn', now() + interval '100 seconds', 'refuses us (403)', true)`.execute(kysely);
		open.close();

		const text = exposition(await measures(kysely));
		const value = (name: string) =>
			Number(
				text
					.split('\n')
					.find((line) => line.startsWith(`${name} `))
					?.split(' ')
					.at(-1)
			);
		const sends = (answer: string) => value(`kandong_push_sends_total{host="${service.host}",answer="${answer}"}`);
		expect([sends('accepted'), sends('gone'), sends('unreachable')]).toEqual([30, 3, 4]);
		expect(value('kandong_push_accept_delay_seconds_count')).toBe(30);
		expect(value('kandong_push_accept_delay_seconds_bucket{le="+Inf"}')).toBe(30);
		expect(value('kandong_push_queue{state="queued"}')).toBe(4);
		expect(value('kandong_push_queue{state="digest"}')).toBe(1);
		expect(value('kandong_push_sent_maybe')).toBe(0);
		expect(value('kandong_push_subscriptions{state="active"}')).toBe(35);
		const stopped = value('kandong_push_host_closed_seconds{host="push.example.cn",stopped="true"}');
		expect(stopped).toBeGreaterThan(60);
	});

	describe('servers that start together', () => {
		test('notice and tell each update once, after their own listener, and say when that did not hear it', async () => {
			const { kysely, kind } = database();
			await addReaders(kysely, [reader('a'), reader('b'), reader('c')]);
			const start = () => startWork(database(), sender(), planWith(), settings());
			const works = await Promise.all(kind === 'server' ? [start(), start()] : [start()]);
			while (service.accepted.length < 3) await new Promise((resolve) => setTimeout(resolve, 50));
			await Promise.all(works.map((work) => work.stop()));
			expect(told()).toEqual(['a', 'b', 'c'].map((name) => `${name} ${firms}`));
			const { rows } = await sql<{ arrived: boolean }>`select arrived_at is not null as arrived from listener`.execute(
				kysely
			);
			expect(rows).toEqual([{ arrived: true }]);
			expect(await overdue(kysely)).toEqual([]);
			await sql`update listener set arrived_at = null, expected_at = now() - interval '16 minutes'`.execute(kysely);
			expect(await overdue(kysely)).toEqual([firms]);
		}, 60_000);
	});
});
