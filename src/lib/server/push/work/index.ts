/** The work of telling readers: what happens, and on which of pg-boss's queues. */
import { PgBoss, fromKysely } from 'pg-boss';
import type { Transaction } from 'kysely';
import type { LoadedPlan } from '../../../plan/load.ts';
import type { Database } from '../../database/database.ts';
import type { Schema } from '../../database/schema.ts';
import type { PushSender } from '../sender.ts';
import { ageOut } from './age-out.ts';
import { coverRange, updatesIn } from './fan-out.ts';
import { Listener } from './listener.ts';
import { localDay } from './local-time.ts';
import { logLines } from './log.ts';
import { noticeUpdates } from './noticing.ts';
import { Presence } from './presence.ts';
import { Pump } from './pump.ts';
import type { Settled, WorkSettings } from './settings.ts';
import { sweep } from './sweep.ts';
import { endLeases, takeOver } from './take-over.ts';
import { Totals } from './totals.ts';

export interface Work {
	/** Takes nothing more, lets what is under way end for at most `patience` milliseconds, and writes it down. */
	stop(patience?: number): Promise<void>;
}

/** Where the city's day begins. */
const cityZone = 'Asia/Shanghai';
const hour = 60 * 60 * 1000;
const queues = ['fan-out', 'send', 'age-out'] as const;

/**
 * Notices the plan's new updates and tells them to those who follow. Any number of processes may do this on one database.
 * It needs nothing but the database to go on where another one was killed.
 */
export async function startWork(
	database: Database,
	sender: PushSender,
	plan: LoadedPlan,
	settings: WorkSettings
): Promise<Work> {
	const work = new Worker(database, sender, plan, {
		log: logLines,
		now: () => new Date(),
		lease: 60,
		lookEvery: 2,
		calm: 15,
		sweepEvery: 20,
		pollEvery: 2,
		firstRetry: 30,
		range: 5000,
		...settings
	});
	try {
		await work.start();
	} catch (error) {
		// Half begun it would count as alive and do nothing.
		await work.stop(0).catch(() => undefined);
		throw error;
	}
	return work;
}

class Worker implements Work {
	readonly #database: Database;
	readonly #sender: PushSender;
	readonly #plan: LoadedPlan;
	readonly #settings: Settled;
	readonly #boss: PgBoss;
	readonly #presence: Presence;
	readonly #pump: Pump;
	readonly #totals: Totals;
	readonly #listener: Listener;
	readonly #timers: NodeJS.Timeout[] = [];
	#stopping = false;
	#sweeping: Promise<void> | undefined;

	constructor(database: Database, sender: PushSender, plan: LoadedPlan, settings: Settled) {
		this.#database = database;
		this.#sender = sender;
		this.#plan = plan;
		this.#settings = settings;
		this.#totals = new Totals(database.kysely);
		this.#presence = new Presence(database);
		this.#pump = new Pump(database, sender, settings, this.#totals, () => this.#presence.number);
		this.#listener = new Listener(database.kysely);
		this.#boss = new PgBoss({
			...database.boss,
			...(database.kind === 'server' ? { max: 3 } : {}),
			application_name: 'kandong work',
			registerInstance: false,
			monitorVacuum: false
		});
		this.#boss.on('error', (error) => this.#trouble(error));
	}

	async start(): Promise<void> {
		const { pollEvery: pollingIntervalSeconds, sweepEvery, lookEvery } = this.#settings;
		await this.#presence.open();
		await this.#listener.open();
		await this.#boss.start();
		for (const name of queues)
			await this.#boss.createQueue(name, {
				retryLimit: 3,
				heartbeatSeconds: 30,
				expireInSeconds: 6 * 3600,
				deleteAfterSeconds: 86_400
			});
		await this.#boss.work<{ fanOut: number }>('fan-out', { pollingIntervalSeconds }, async ([job]) => {
			if (job) await this.#fanOut(job.data.fanOut);
		});
		await this.#boss.work('send', { pollingIntervalSeconds }, () => this.#pump.run());
		await this.#boss.work('age-out', { pollingIntervalSeconds: Math.max(pollingIntervalSeconds, 10) }, () =>
			ageOut(this.#database, this.#sender, this.#settings)
		);
		// Hourly, because a warning waits for the morning of its reader.
		await this.#boss.schedule('age-out', '20 * * * *');
		await this.#notice();
		this.#every(hour, () => this.#notice());
		this.#every(lookEvery * 1000, () => (this.#sweeping = this.#look()));
		this.#every(sweepEvery * 1000, () => (this.#sweeping = this.#sweep()));
		await this.#look();
		await this.#sweep();
	}

	async stop(patience = 3000): Promise<void> {
		if (this.#stopping) return;
		this.#stopping = true;
		for (const timer of this.#timers) clearInterval(timer);
		await this.#sweeping?.catch(() => undefined);
		await this.#pump.stop(patience);
		try {
			await this.#boss.stop({ graceful: true, timeout: 1000, close: true });
		} finally {
			await this.#totals.write();
			await this.#presence.close();
			this.#listener.close();
			this.#sender.close();
		}
	}

	#every(milliseconds: number, work: () => Promise<void>): void {
		this.#timers.push(
			setInterval(() => void work().catch((error: unknown) => this.#trouble(error)), milliseconds).unref()
		);
	}

	async #notice(): Promise<void> {
		const { now, log } = this.#settings;
		const count = await noticeUpdates(
			this.#database.kysely,
			this.#plan.lookup,
			localDay(now(), cityZone),
			(fanOut, transaction) => this.#queueFanOut(fanOut, transaction)
		);
		if (count > 0) log('info', 'noticed new updates', { count });
	}

	/** In the transaction that noticed: either both are known or neither. */
	async #queueFanOut(fanOut: number, transaction: Transaction<Schema>): Promise<void> {
		await this.#boss.send('fan-out', { fanOut }, { db: fromKysely(transaction) });
	}

	async #fanOut(number: number): Promise<void> {
		const { now, range, origin, log } = this.#settings;
		const { kysely } = this.#database;
		for (const update of await updatesIn(kysely, number)) await this.#listener.expect(update, this.#sender, origin);
		let queued = 0;
		for (let more = true; more && !this.#stopping;) {
			const step = await coverRange(kysely, number, range, now());
			more = step.more;
			queued += step.queued;
			if (step.queued > 0) await this.#boss.send('send');
		}
		if (queued > 0) log('info', 'queued deliveries', { fanOut: number, queued });
	}

	/** What a dead worker had is done by whoever finds it first. */
	async #look(): Promise<void> {
		const { now, calm, log } = this.#settings;
		const { dead, again, maybe } = await takeOver(this.#database.kysely, now(), calm);
		if (dead === 0) return;
		log(maybe > 0 ? 'alarm' : 'warning', 'took over from workers that died', { dead, again, maybe });
		await this.#sweep();
	}

	async #sweep(): Promise<void> {
		const { kysely } = this.#database;
		const { now, calm, log } = this.#settings;
		const { again, maybe } = await endLeases(kysely, now(), calm);
		if (again + maybe > 0) log('alarm', 'messages that nobody settled', { again, maybe });
		const { due, fanOuts } = await sweep(kysely, now());
		if (due && !this.#stopping) void this.#pump.run().catch((error: unknown) => this.#trouble(error));
		// At most one more job in ten seconds, however many workers find the same.
		for (const fanOut of fanOuts)
			await this.#boss.send('fan-out', { fanOut }, { singletonKey: String(fanOut), singletonSeconds: 10 });
	}

	#trouble(error: unknown): void {
		if (!this.#stopping) this.#settings.log('warning', 'the work met trouble and goes on', { error: String(error) });
	}
}
