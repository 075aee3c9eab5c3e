/**
 * That a worker is alive, for all the others to see: it holds an advisory lock of the database, which ends with its
 * connection and so with its process, however that died. Nobody has to wait for a lease to be over.
 */
import { sql } from 'kysely';
import type { Database, Session } from '../../database/database.ts';

/** Any number, but always this one: the first half of the locks' key; the second is the worker's number. */
const lockClass = 721_420;

/** A condition on rows of `worker`. */
export const isAlive = sql<boolean>`exists (select from pg_locks
	where locktype = 'advisory' and classid = ${sql.lit(lockClass)} and objid = worker.number and objsubid = 2
		and database = (select oid from pg_database where datname = current_database()))`;

const retryEvery = 1000;

export class Presence {
	readonly #database: Database;
	#number = 0;
	#session: Session | undefined;
	#closed = false;

	constructor(database: Database) {
		this.#database = database;
	}

	/**
	 * Who this worker is now. After its connection broke off the others take it for dead, so it goes on as a new one.
	 * What it had under way it may still settle: see `Record`.
	 */
	get number(): number {
		return this.#number;
	}

	async open(): Promise<void> {
		const session = await this.#database.connect();
		// The lock is taken before the row can be seen: whoever sees a row without a lock sees a dead worker.
		const [row] = await session.query<{
			number: number;
		}>(`with born as (insert into worker default values returning number)
			select number, pg_advisory_lock(${lockClass}, number)::text from born`);
		if (!row) throw new Error('The worker was given no number.');
		this.#number = row.number;
		this.#session = session;
		void session.ended.then(() => this.#again());
		// It may have been closed while it came back.
		if (this.#closed) await this.close();
	}

	/** Leaves. A worker that has settled all it took leaves nothing to find; else the others see to that. */
	async close(): Promise<void> {
		this.#closed = true;
		const session = this.#session;
		if (!session) return;
		const number = this.#number;
		await session
			.query(
				`delete from worker where number = ${number} and not exists (
					select from delivery where worker = ${number} and state in ('claimed', 'sending'))`
			)
			.catch(() => undefined);
		await session.query(`select pg_advisory_unlock(${lockClass}, ${number})`).catch(() => undefined);
		await session.close().catch(() => undefined);
	}

	async #again(): Promise<void> {
		while (!this.#closed) {
			try {
				await this.open();
				return;
			} catch {
				await new Promise((resolve) => setTimeout(resolve, retryEvery).unref());
			}
		}
	}
}
