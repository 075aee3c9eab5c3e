import type { Database } from '../../database/database.ts';
import type { Answered } from '../answer.ts';
import type { PushSender } from '../sender.ts';
import { claim, closedHosts, hostsToServe, type Host, type Message } from './claim.ts';
import { compose } from './compose.ts';
import { Departures } from './departures.ts';
import { HostWatch } from './host-watch.ts';
import { Lane } from './lane.ts';
import { afterQuiet } from './local-time.ts';
import { nextStep } from './next-step.ts';
import { Record, type Result } from './record.ts';
import type { Settled } from './settings.ts';
import { ToldUpdates, type ToldUpdate } from './told-updates.ts';
import type { Totals } from './totals.ts';

/** Milliseconds for which the list of hosts with work is believed. */
const hostsKept = 250;

/** Keeps as many messages under way as the push services take, and has as many again ready. */
export class Pump {
	readonly #database: Database;
	readonly #sender: PushSender;
	readonly #settings: Settled;
	readonly #worker: () => number;
	readonly #record: Record;
	readonly #departures: Departures;
	readonly #watch: HostWatch;
	readonly #updates: ToldUpdates;
	readonly #totals: Totals;
	readonly #lanes = new Map<string, Lane>();
	#running: Promise<void> | undefined;
	#stopping = false;
	#hosts: { list: Host[]; until: number } = { list: [], until: 0 };
	#finished: (() => void) | undefined;

	/** @param worker gives the worker's number, which becomes another one when its connection broke off */
	constructor(database: Database, sender: PushSender, settings: Settled, totals: Totals, worker: () => number) {
		this.#database = database;
		this.#sender = sender;
		this.#settings = settings;
		this.#totals = totals;
		this.#worker = worker;
		this.#record = new Record(database.kysely);
		this.#departures = new Departures(database.kysely, settings.lease);
		this.#watch = new HostWatch(database.kysely, settings.log, settings.now);
		this.#updates = new ToldUpdates(database.kysely);
	}

	/** Sends until nothing is due. Called while it runs it is the same run. */
	run(): Promise<void> {
		this.#running ??= this.#run().finally(() => (this.#running = undefined));
		return this.#running;
	}

	/** Sends nothing more; resolves when what is under way has its answer, or after `patience` milliseconds. */
	async stop(patience: number): Promise<void> {
		this.#stopping = true;
		this.#departures.close();
		for (const lane of this.#lanes.values()) this.#putBack(lane);
		this.#finished?.();
		const ended = (this.#running ?? this.#record.written()).catch(() => undefined);
		await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, patience).unref())]);
	}

	async #run(): Promise<void> {
		this.#hosts.until = 0;
		for (;;) {
			const claimed = this.#stopping ? 0 : await this.#fill();
			if (claimed > 0 || this.#claimed() > 0) await this.#somethingFinished();
			else break;
		}
		await this.#record.written();
	}

	async #fill(): Promise<number> {
		const { kysely } = this.#database;
		const { lease, now } = this.#settings;
		if (Date.now() >= this.#hosts.until) await this.#lookForHosts();
		let claimed = 0;
		for (const host of this.#hosts.list) {
			const lane = this.#lane(host.name);
			const room = host.stopped ? 1 - Math.min(lane.claimed, 1) : lane.room;
			if (room === 0) continue;
			const messages = await claim(kysely, host.name, room, { worker: this.#worker(), lease, now: now() });
			claimed += messages.length;
			lane.add(messages);
			if (this.#stopping) this.#putBack(lane);
			else this.#launch(lane, host.stopped);
		}
		return claimed;
	}

	async #lookForHosts(): Promise<void> {
		const { kysely } = this.#database;
		const now = this.#settings.now();
		this.#hosts = { list: await hostsToServe(kysely, now), until: Date.now() + hostsKept };
		// What waits for a service that another worker has found to want a pause.
		for (const host of await closedHosts(kysely, now)) this.#putBack(this.#lane(host));
	}

	#lane(host: string): Lane {
		const lane = this.#lanes.get(host) ?? new Lane(this.#sender.perHost);
		this.#lanes.set(host, lane);
		return lane;
	}

	#claimed(): number {
		return [...this.#lanes.values()].reduce((sum, lane) => sum + lane.claimed, 0);
	}

	#somethingFinished(): Promise<void> {
		return new Promise((resolve) => {
			const timer = setTimeout(resolve, 1000);
			this.#finished = () => {
				clearTimeout(timer);
				resolve();
			};
		});
	}

	#putBack(lane: Lane): void {
		for (const message of lane.clear()) this.#record.add(message, { state: 'back' });
	}

	#launch(lane: Lane, stopped: boolean): void {
		for (let message = lane.next(); message; message = lane.next()) {
			void this.#deliver(message, lane, stopped).finally(() => {
				lane.done();
				this.#launch(lane, stopped);
				if (lane.room > 0) this.#finished?.();
			});
		}
	}

	async #deliver(message: Message, lane: Lane, stopped: boolean): Promise<void> {
		const { log } = this.#settings;
		let updates;
		try {
			updates = await this.#updates.of(message.updates);
		} catch {
			// The database is away, which says nothing about the message.
			return this.#record.add(message, { state: 'back' });
		}
		let answer;
		try {
			answer = await this.#tell(message, updates);
		} catch (error) {
			// What can't be read or composed would fail again and again: it waits for the publisher to resend it.
			log('alarm', 'a message could not be made', { error: String(error), subscription: message.subscription });
			return this.#record.add(message, { state: 'failed', answer: 0 });
		}
		try {
			if (answer && (await this.#watch.note(message.host, answer, stopped))) this.#putBack(lane);
		} catch (error) {
			log('warning', 'a pause could not be written down', { host: message.host, error: String(error) });
		}
	}

	/** @returns the answer; undefined when nothing was sent, now or at all */
	async #tell(message: Message, updates: ReadonlyMap<number, ToldUpdate>): Promise<Answered | undefined> {
		const { origin, opaque, now, readTarget } = this.#settings;
		const later = message.frequency === 'immediate' ? now() : afterQuiet(now(), message.timeZone);
		if (later > now()) return this.#settle(message, { state: 'later', at: later });

		const composed = compose(message, updates, origin, opaque);
		if (!composed) return this.#settle(message, { state: 'withdrawn' });
		const { dropped, options, payload, small } = composed;
		const target = readTarget(message.id, message.target);
		const kept = message.updates.filter((number) => !dropped.includes(number));
		const ttl = Math.max(60, Math.round((message.expires.getTime() - now().getTime()) / 1000));
		const ready = () => this.#departures.may(message, kept);
		let answer = await this.#sender.send(target, payload, { ...options, ttl, ready });
		if (answer.kind === 'tooLarge') answer = await this.#sender.send(target, small, { ...options, ttl });
		if (answer.kind === 'withheld') return this.#settle(message, { state: 'back' });

		if (dropped.length > 0) this.#record.add(message, { state: 'withdrawn' }, dropped);
		this.#record.add(message, this.#resultOf(answer, message), kept);
		this.#totals.count(message.host, answer, (now().getTime() - message.queuedAt.getTime()) / 1000);
		return answer;
	}

	#settle(message: Message, result: Result): undefined {
		this.#record.add(message, result);
	}

	#resultOf(answer: Answered, { attempts, expires, frequency, timeZone }: Message): Result {
		const { now, firstRetry } = this.#settings;
		const step = nextStep(answer, { attempts: attempts + 1, expires, now: now(), firstRetry, random: Math.random() });
		const status = ('status' in answer ? answer.status : undefined) ?? 0;
		switch (step.kind) {
			case 'accepted':
				return { state: 'accepted', answer: status };
			case 'delete':
				return { state: 'gone' };
			case 'fail':
				return { state: 'failed', answer: status };
			case 'retry':
				return {
					state: 'again',
					at: frequency === 'immediate' ? step.at : afterQuiet(step.at, timeZone),
					answer: status
				};
		}
	}
}
