import { sql, type Kysely } from 'kysely';
import type { Schema } from '../../database/schema.ts';
import type { Message } from './claim.ts';

/** Milliseconds in which messages are gathered that are ready to leave: a statement for each would be the most of the work. */
const gathering = 5;

interface Departure {
	message: Message;
	updates: readonly number[];
	leave: (may: boolean) => void;
}

/**
 * The last step before a message is written to its push service: its row says `sending`, committed, and only then a byte
 * leaves. So of what a killed worker had, all that is only `claimed` was certainly not sent.
 */
export class Departures {
	readonly #kysely: Kysely<Schema>;
	/** Seconds from now in which the answer must have come. */
	readonly #lease: number;
	#waiting: Departure[] = [];
	#marking = false;
	#closed = false;

	constructor(kysely: Kysely<Schema>, lease: number) {
		this.#kysely = kysely;
		this.#lease = lease;
	}

	/** Whether the message may be written now: it still is its worker's, wholly, nobody has held it, and the row says so. */
	may(message: Message, updates: readonly number[]): Promise<boolean> {
		return new Promise((leave) => {
			this.#waiting.push({ message, updates, leave });
			if (!this.#marking) void this.#mark();
		});
	}

	/** Nothing leaves any more. */
	close(): void {
		this.#closed = true;
	}

	/** Never rejects: nothing leaves then. */
	async #mark(): Promise<void> {
		this.#marking = true;
		while (this.#waiting.length > 0) {
			await new Promise((resolve) => setTimeout(resolve, gathering));
			const departures = this.#waiting;
			this.#waiting = [];
			// Whether an update that failed was made nobody knows: what does not leave is put back either way.
			const marked = this.#closed ? new Set<string>() : await this.#update(departures).catch(() => new Set<string>());
			for (const { message, updates, leave } of departures)
				leave(updates.every((update) => marked.has(`${message.subscription} ${update}`)));
		}
		this.#marking = false;
	}

	async #update(departures: readonly Departure[]): Promise<Set<string>> {
		const rows = departures.flatMap(({ message: { subscription, worker }, updates }) =>
			updates.map((update) => ({ subscription, worker, update }))
		);
		const marked = await sql<{ subscription: number; plan_update: number }>`update delivery
			set state = 'sending', attempts = attempts + 1, locked_until = now() + make_interval(secs => ${this.#lease})
			from unnest(
				${rows.map(({ subscription }) => subscription)}::bigint[],
				${rows.map(({ update }) => update)}::integer[],
				${rows.map(({ worker }) => worker)}::integer[]
			) as row (subscription, plan_update, worker)
			where delivery.subscription = row.subscription and delivery.plan_update = row.plan_update
				and delivery.worker = row.worker and delivery.state = 'claimed'
			returning delivery.subscription, delivery.plan_update`.execute(this.#kysely);
		return new Set(marked.rows.map(({ subscription, plan_update: update }) => `${subscription} ${update}`));
	}
}
