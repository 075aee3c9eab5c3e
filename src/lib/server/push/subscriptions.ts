/** The rows that devices own: each is made, read, changed and forgotten by whoever has its secret, and by nobody else. */
import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { sql, type Kysely, type Selectable, type Transaction } from 'kysely';
import type { Locale } from '../../plan/locale.ts';
import { Problem } from '../api/problem.ts';
import type { Schema, SubscriptionTable } from '../database/schema.ts';
import type { Target, Vault } from './vault.ts';
import type { Wanted, WantedChange } from './wanted.ts';

type Row = Selectable<SubscriptionTable>;

/** A device that has yet to show that it gets what is sent to its endpoint. */
export interface Unconfirmed {
	id: string;
	token: string;
	target: Target;
	locale: Locale;
}

/** What the server holds of a device, as that device may read it. */
export interface Held {
	id: string;
	state: 'pending' | 'active';
	endpoint: string;
	topics: string[];
	locale: Locale;
	frequency: string;
	timeZone: string;
	created: string;
	seen: string;
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const newSecret = () => randomBytes(32).toString('base64url');
const hash = (secret: string) => createHash('sha256').update(secret).digest();
const isSecret = (secret: string, hashed: Uint8Array) => timingSafeEqual(hash(secret), hashed);

export class Subscriptions {
	readonly #kysely: Kysely<Schema>;
	readonly #vault: Vault;

	constructor(kysely: Kysely<Schema>, vault: Vault) {
		this.#kysely = kysely;
		this.#vault = vault;
	}

	/**
	 * @throws {Problem} owned: the endpoint has a row that was confirmed, and nobody but its owner may change or end that.
	 * One that never was confirmed gives way, or whoever learns of an endpoint could keep its device out.
	 */
	async create({ target, topics, ...wanted }: Wanted): Promise<{ secret: string; unconfirmed: Unconfirmed }> {
		const [id, secret, token] = [randomUUID(), newSecret(), newSecret()];
		const endpointHash = this.#vault.endpointHash(target.endpoint);
		await this.#kysely.transaction().execute(async (transaction) => {
			await transaction
				.deleteFrom('subscription')
				.where('endpoint_hash', '=', endpointHash)
				.where('state', '=', 'pending')
				.execute();
			const row = await transaction
				.insertInto('subscription')
				.values({
					id,
					secret_hash: hash(secret),
					endpoint_hash: endpointHash,
					target: this.#vault.seal(target, id),
					host: wanted.host,
					locale: wanted.locale,
					frequency: wanted.frequency,
					time_zone: wanted.timeZone,
					state: 'pending',
					activation_hash: hash(token),
					warned: null
				})
				.onConflict((conflict) => conflict.column('endpoint_hash').doNothing())
				.returning(['number', 'frequency', 'state'])
				.executeTakeFirst();
			if (!row) throw new Problem('owned');
			await writeTopics(transaction, row, topics);
		});
		return { secret, unconfirmed: { id, token, target, locale: wanted.locale } };
	}

	/** Again is as good as once: a push may come twice. */
	async activate(id: string, token: string): Promise<void> {
		await this.#kysely.transaction().execute(async (transaction) => {
			const row = await find(transaction, id);
			if (row.state === 'active' || row.activation_hash === null) return;
			if (!isSecret(token, row.activation_hash)) throw new Problem('token');
			await transaction
				.updateTable('subscription')
				.set({ state: 'active', activation_hash: null })
				.where('number', '=', row.number)
				.execute();
			await transaction
				.updateTable('subscription_topic')
				.set({ active: true })
				.where('subscription', '=', row.number)
				.execute();
		});
	}

	async read(id: string, secret: string): Promise<Held> {
		return this.#kysely.transaction().execute(async (transaction) => {
			const row = await owned(transaction, id, secret);
			const topics = await transaction
				.selectFrom('subscription_topic')
				.select('topic')
				.where('subscription', '=', row.number)
				.orderBy('topic')
				.execute();
			const { state, locale, frequency, time_zone: timeZone, created, seen } = row;
			const { endpoint } = this.#vault.open(row.target, id);
			return {
				id,
				state,
				endpoint,
				topics: topics.map(({ topic }) => topic),
				locale,
				frequency,
				timeZone,
				created,
				seen
			};
		});
	}

	/**
	 * Makes the row say the whole of what is wanted. Who follows nothing is forgotten.
	 * @returns the device when it has to confirm: its endpoint is another one, or it never did
	 */
	async replace(id: string, secret: string, wanted: WantedChange): Promise<Unconfirmed | undefined> {
		if (wanted.topics.length === 0) {
			await this.forget(id, secret);
			return undefined;
		}
		return this.#kysely.transaction().execute(async (transaction) => {
			const row = await owned(transaction, id, secret);
			const old = this.#vault.open(row.target, id);
			const target = wanted.target ?? old;
			const moved = JSON.stringify(target) !== JSON.stringify(old);
			if (moved) await this.#makeRoom(transaction, target.endpoint, row.number);
			const token = moved || row.state === 'pending' ? newSecret() : undefined;

			await transaction
				.updateTable('subscription')
				.set({
					locale: wanted.locale,
					frequency: wanted.frequency,
					time_zone: wanted.timeZone,
					seen: sql<string>`current_date`,
					warned: null,
					...(token === undefined ? {} : { state: 'pending' as const, activation_hash: hash(token) }),
					...(moved
						? {
								target: this.#vault.seal(target, id),
								endpoint_hash: this.#vault.endpointHash(target.endpoint),
								host: wanted.host ?? row.host
							}
						: {})
				})
				.where('number', '=', row.number)
				.execute();
			const state = token === undefined ? 'active' : 'pending';
			await writeTopics(transaction, { number: row.number, frequency: wanted.frequency, state }, wanted.topics);
			return token === undefined ? undefined : { id, token, target, locale: wanted.locale };
		});
	}

	async forget(id: string, secret: string): Promise<void> {
		await this.#kysely.transaction().execute(async (transaction) => {
			const { number } = await owned(transaction, id, secret);
			await transaction.deleteFrom('subscription').where('number', '=', number).execute();
		});
	}

	/** @throws {Problem} pending: nothing is sent to a device that did not confirm */
	async confirmed(id: string, secret: string): Promise<{ target: Target; locale: Locale }> {
		return this.#kysely.transaction().execute(async (transaction) => {
			const row = await owned(transaction, id, secret);
			if (row.state !== 'active') throw new Problem('pending');
			return { target: this.#vault.open(row.target, id), locale: row.locale };
		});
	}

	/** The push service says that the device is no longer subscribed. */
	async gone(id: string): Promise<void> {
		await this.#kysely.deleteFrom('subscription').where('id', '=', id).execute();
	}

	async #makeRoom(transaction: Transaction<Schema>, endpoint: string, own: number): Promise<void> {
		const other = await transaction
			.selectFrom('subscription')
			.select(['number', 'state'])
			.where('endpoint_hash', '=', this.#vault.endpointHash(endpoint))
			.where('number', '<>', own)
			.forUpdate()
			.executeTakeFirst();
		if (other?.state === 'active') throw new Problem('owned');
		if (other) await transaction.deleteFrom('subscription').where('number', '=', other.number).execute();
	}
}

/** @throws {Problem} unknown */
async function find(transaction: Transaction<Schema>, id: string): Promise<Row> {
	if (!uuid.test(id)) throw new Problem('unknown');
	const row = await transaction
		.selectFrom('subscription')
		.selectAll()
		.where('id', '=', id)
		.forUpdate()
		.executeTakeFirst();
	if (!row) throw new Problem('unknown');
	return row;
}

/** @throws {Problem} unknown, secret */
async function owned(transaction: Transaction<Schema>, id: string, secret: string): Promise<Row> {
	const row = await find(transaction, id);
	if (!isSecret(secret, row.secret_hash)) throw new Problem('secret');
	return row;
}

/** Writes only what differs: every device says what it wants each time it is opened. */
async function writeTopics(
	transaction: Transaction<Schema>,
	{ number, frequency, state }: Pick<Row, 'number' | 'frequency' | 'state'>,
	topics: string[]
): Promise<void> {
	const active = state === 'active';
	await transaction
		.deleteFrom('subscription_topic')
		.where('subscription', '=', number)
		.where('topic', 'not in', topics)
		.execute();
	await transaction
		.insertInto('subscription_topic')
		.values(topics.map((topic) => ({ subscription: number, topic, frequency, active })))
		.onConflict((conflict) =>
			conflict
				.columns(['subscription', 'topic'])
				.doUpdateSet({ frequency, active })
				.where((eb) =>
					eb.or([eb('subscription_topic.frequency', '<>', frequency), eb('subscription_topic.active', '<>', active)])
				)
		)
		.execute();
}
