import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Schema } from '../../database/schema.ts';
import type { Message } from './claim.ts';

/** What became of a message, or of some of its updates. */
export type Result =
	| { state: 'accepted'; answer: number }
	| { state: 'again'; at: Date; answer: number }
	/** Postponed without having been tried. */
	| { state: 'later'; at: Date }
	/** Not sent after all, and as it was before it was claimed. */
	| { state: 'back' }
	| { state: 'failed'; answer: number }
	| { state: 'withdrawn' }
	| { state: 'gone' };

interface Entry {
	message: Message;
	updates: readonly number[];
	result: Result;
}

/** Milliseconds in which results are gathered into one statement. What is gathered would be sent again after a kill. */
const gathering = 20;
const afterTrouble = 500;

/** Writes down what became of messages, many at a time and in order. */
export class Record {
	readonly #kysely: Kysely<Schema>;
	#entries: Entry[] = [];
	#writing: Promise<void> | undefined;

	constructor(kysely: Kysely<Schema>) {
		this.#kysely = kysely;
	}

	add(message: Message, result: Result, updates: readonly number[] = message.updates): void {
		this.#entries.push({ message, updates, result });
		this.#writing ??= this.#write();
	}

	/** Resolves when all that was added is written. */
	async written(): Promise<void> {
		while (this.#writing) await this.#writing;
	}

	async #write(): Promise<void> {
		await pause(gathering);
		while (this.#entries.length > 0) {
			const entries = this.#entries;
			this.#entries = [];
			// While the database is away the results wait here: given up, messages that were accepted would be sent again.
			for (;;) {
				try {
					await this.#writeTo(entries);
					break;
				} catch {
					await pause(afterTrouble);
				}
			}
		}
		this.#writing = undefined;
	}

	async #writeTo(entries: readonly Entry[]): Promise<void> {
		const gone = entries.filter(({ result }) => result.state === 'gone');
		const others = entries.filter(({ result }) => result.state !== 'gone');
		if (others.length > 0) await this.#writeStates(others);
		if (gone.length > 0) await this.#forget(gone.map(({ message }) => message));
	}

	async #writeStates(entries: readonly Entry[]): Promise<void> {
		const rows = entries.flatMap(({ message, updates, result }) =>
			updates.map((update) => ({
				subscription: message.subscription,
				update,
				state: stateOf(result, message),
				at: 'at' in result ? result.at.toISOString() : null,
				answer: 'answer' in result ? result.answer : null,
				worker: message.worker,
				postponed: result.state === 'later',
				back: result.state === 'back'
			}))
		);
		// Of a message that was given to another worker meanwhile only one thing still counts: that it was accepted.
		await sql`update delivery set state = row.state, worker = null, locked_until = null,
				next_try = coalesce(row.at, next_try), answer = coalesce(row.answer, delivery.answer),
				attempts = attempts - case when row.back and delivery.state = 'sending' then 1 else 0 end,
				expires_at = case when row.postponed then greatest(expires_at, row.at + interval '12 hours') else expires_at end,
				accepted_at = case when row.state = 'accepted' then now() end
			from unnest(
				${rows.map(({ subscription }) => subscription)}::bigint[],
				${rows.map(({ update }) => update)}::integer[],
				${rows.map(({ worker }) => worker)}::integer[],
				${rows.map(({ state }) => state)}::text[],
				${rows.map(({ at }) => at)}::timestamptz[],
				${rows.map(({ answer }) => answer)}::smallint[],
				${rows.map(({ postponed }) => postponed)}::boolean[],
				${rows.map(({ back }) => back)}::boolean[]
			) as row (subscription, plan_update, worker, state, at, answer, postponed, back)
			where delivery.subscription = row.subscription and delivery.plan_update = row.plan_update and (
				(delivery.state in ('claimed', 'sending') and delivery.worker = row.worker)
				or (row.state = 'accepted' and delivery.state in ('queued', 'digest', 'claimed', 'sending', 'maybe')))`.execute(
			this.#kysely
		);
	}

	/** Only while the row still has the address that the push service called gone: a reader may just have made a new one. */
	async #forget(messages: readonly Message[]): Promise<void> {
		await sql`delete from subscription using unnest(
				${messages.map(({ subscription }) => subscription)}::bigint[],
				${messages.map(({ target }) => createHash('md5').update(target).digest('hex'))}::text[]
			) as gone (number, target)
			where subscription.number = gone.number and md5(subscription.target) = gone.target`.execute(this.#kysely);
	}
}

function stateOf({ state }: Result, { bundled }: Message): string {
	return ['again', 'later', 'back'].includes(state) ? (bundled ? 'digest' : 'queued') : state;
}

function pause(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
