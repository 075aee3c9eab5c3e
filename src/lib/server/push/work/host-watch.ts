import { sql, type Kysely } from 'kysely';
import type { Schema } from '../../database/schema.ts';
import type { Answered } from '../answer.ts';
import type { Logger } from './log.ts';

/** So many in a row, from different readers, and it is the service that speaks and not one subscription. */
const waitsInARow = 5;
const refusalsInARow = 3;

/** Seconds. Windows asks for 900. */
const pauseWithoutWord = 30;
const longestPause = 15 * 60;
const stop = 15 * 60;

/** Sees from the answers when a push service as a whole wants a pause or refuses us, and tells all workers. */
export class HostWatch {
	readonly #kysely: Kysely<Schema>;
	readonly #log: Logger;
	readonly #now: () => Date;
	readonly #inARow = new Map<string, { kind: 'wait' | 'refused'; count: number }>();

	constructor(kysely: Kysely<Schema>, log: Logger, now: () => Date) {
		this.#kysely = kysely;
		this.#log = log;
		this.#now = now;
	}

	/** @returns whether nothing more must go to the host for now */
	async note(host: string, answer: Answered, wasStopped: boolean): Promise<boolean> {
		if (answer.kind !== 'wait' && answer.kind !== 'refused') {
			this.#inARow.delete(host);
			if (wasStopped && answer.kind === 'accepted') await this.#open(host);
			return false;
		}
		const before = this.#inARow.get(host);
		const count = before?.kind === answer.kind ? before.count + 1 : 1;
		this.#inARow.set(host, { kind: answer.kind, count });
		if (answer.kind === 'refused') {
			if (wasStopped || count === refusalsInARow) await this.#stop(host, answer);
			return wasStopped || count >= refusalsInARow;
		}
		if (count < waitsInARow) return false;
		this.#inARow.delete(host);
		await this.#pause(host, Math.min(answer.seconds ?? pauseWithoutWord, longestPause), answer.status);
		return true;
	}

	async #pause(host: string, seconds: number, status: number): Promise<void> {
		this.#log('warning', 'push service asked for a pause', { host, seconds, status });
		await this.#close(host, seconds, `asked for a pause (${status})`, false);
	}

	/** Nobody is deleted: the fault is ours, or all of its readers would be lost to one wrong setting. */
	async #stop(host: string, { status, detail }: Extract<Answered, { kind: 'refused' }>): Promise<void> {
		this.#log('alarm', 'push service refuses us; stopped sending to it', { host, status, detail, minutes: stop / 60 });
		await this.#close(host, stop, `refuses us (${status})`, true);
	}

	async #close(host: string, seconds: number, reason: string, stopped: boolean): Promise<void> {
		const until = new Date(this.#now().getTime() + seconds * 1000);
		await sql`insert into host_pause (host, until, reason, stopped) values (${host}, ${until}::timestamptz, ${reason}, ${stopped})
			on conflict (host) do update set until = excluded.until, reason = excluded.reason,
				stopped = host_pause.stopped or excluded.stopped`.execute(this.#kysely);
	}

	async #open(host: string): Promise<void> {
		this.#log('info', 'push service accepts us again', { host });
		await sql`delete from host_pause where host = ${host}`.execute(this.#kysely);
	}
}
