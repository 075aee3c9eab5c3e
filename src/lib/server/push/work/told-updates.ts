import { sql, type Kysely } from 'kysely';
import type { Schema } from '../../database/schema.ts';
import type { Messages } from './messages.ts';

export interface ToldUpdate {
	number: number;
	id: string;
	correction: boolean;
	messages: Messages;
}

/** How long a worker may tell an update in words that a newer release has changed. */
const keptFor = 30_000;

/** What updates say, read once and kept for half a minute: a worker asks for the same few for every message. */
export class ToldUpdates {
	readonly #kysely: Kysely<Schema>;
	#kept = new Map<number, ToldUpdate>();
	#until = 0;

	constructor(kysely: Kysely<Schema>) {
		this.#kysely = kysely;
	}

	async of(numbers: readonly number[]): Promise<ReadonlyMap<number, ToldUpdate>> {
		if (Date.now() > this.#until) {
			this.#kept = new Map();
			this.#until = Date.now() + keptFor;
		}
		const missing = [...new Set(numbers)].filter((number) => !this.#kept.has(number));
		if (missing.length > 0) {
			const { rows } = await sql<ToldUpdate>`select number, id, correction, messages from plan_update
				where number = any(${missing}::integer[])`.execute(this.#kysely);
			for (const update of rows) this.#kept.set(update.number, update);
		}
		return this.#kept;
	}
}
