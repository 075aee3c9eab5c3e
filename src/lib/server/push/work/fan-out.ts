import { sql, type Kysely, type Transaction } from 'kysely';
import type { Schema } from '../../database/schema.ts';
import { place, type Placement } from './placement.ts';
import { followersIn, readersOf, toldIn, toldOnDays, type Range, type ReaderRow } from './recipients.ts';
import { timeToLive } from './settings.ts';

interface UpdateRow {
	number: number;
	id: string;
	state: string;
	topics: string[];
	correction: boolean;
	corrects: string[];
}

interface Step {
	/** Whether there is more to cover. */
	more: boolean;
	/** Rows that were not there before. */
	queued: number;
}

/**
 * Covers the next range of a fan-out: a delivery for each reader and update, once, whoever else did this before and
 * died. In one transaction with the mark of how far it got; the row's lock keeps a second worker from the same range.
 */
export function coverRange(kysely: Kysely<Schema>, fanOut: number, size: number, now: Date): Promise<Step> {
	return kysely.transaction().execute(async (transaction) => {
		const { rows } = await sql<{ updates: number[]; last: number; covered: number }>`select updates, last, covered
			from fan_out where number = ${fanOut} and finished_at is null for update skip locked`.execute(transaction);
		const [open] = rows;
		if (!open) return { more: false, queued: 0 };
		const range = { from: open.covered + 1, to: Math.min(open.covered + size, open.last) };
		const updates = await updatesOf(transaction, open.updates);
		const queued = range.from > range.to ? 0 : await queueRange(transaction, updates, range, now);
		const more = range.to < open.last;
		await sql`update fan_out set covered = ${range.to}, finished_at = ${more ? null : now}::timestamptz
			where number = ${fanOut}`.execute(transaction);
		if (!more)
			await sql`update plan_update set state = 'sent', sent_at = ${now}::timestamptz
				where number = any(${open.updates}::integer[]) and state = 'queued'`.execute(transaction);
		return { more, queued };
	});
}

/** Corrections first: whoever gets only three a day gets them. */
async function updatesOf(kysely: Kysely<Schema>, numbers: readonly number[]): Promise<UpdateRow[]> {
	const { rows } = await sql<UpdateRow>`select number, id, state, topics, correction, corrects from plan_update
		where number = any(${numbers}::integer[]) order by correction desc, date desc, number`.execute(kysely);
	return rows;
}

async function queueRange(
	transaction: Transaction<Schema>,
	updates: readonly UpdateRow[],
	range: Range,
	now: Date
): Promise<number> {
	const wanted = await wantedIn(transaction, updates, range);
	const readers = await readersOf(transaction, [...wanted.keys()]);
	const yesterday = new Date(now.getTime() - 36 * 60 * 60 * 1000).toISOString().slice(0, 10);
	const told = await toldOnDays(transaction, range, yesterday);
	const held = new Set(updates.filter(({ state }) => state === 'held').map(({ number }) => number));
	const rows = readers.flatMap((reader) => {
		const { frequency, time_zone: timeZone, subscription } = reader;
		const toldOn = (day: string) => told.get(subscription)?.get(day) ?? 0;
		const placed = place({ frequency, timeZone, toldOn }, wanted.get(subscription) ?? [], now);
		return placed.map((placement) => ({ ...placement, reader, held: held.has(placement.update) }));
	});
	return rows.length === 0 ? 0 : insertDeliveries(transaction, rows);
}

/** Subscription → the updates it is to be told, in the order of `updates`. */
async function wantedIn(
	kysely: Kysely<Schema>,
	updates: readonly UpdateRow[],
	range: Range
): Promise<Map<number, number[]>> {
	const followers = await followersIn(kysely, [...new Set(updates.flatMap(({ topics }) => topics))], range);
	const corrected = updates.flatMap(({ corrects }) => corrects);
	const told = corrected.length === 0 ? new Map<string, Set<number>>() : await toldIn(kysely, corrected, range);
	const topicsOf = new Map(followers.map(({ subscription, topics }) => [subscription, new Set(topics)]));
	const subscriptions = new Set([...topicsOf.keys(), ...[...told.values()].flatMap((readers) => [...readers])]);
	return new Map(
		[...subscriptions].map((subscription) => [
			subscription,
			updates
				.filter(
					({ topics, corrects }) =>
						topics.some((topic) => topicsOf.get(subscription)?.has(topic)) ||
						corrects.some((id) => told.get(id)?.has(subscription))
				)
				.map(({ number }) => number)
		])
	);
}

async function insertDeliveries(
	transaction: Transaction<Schema>,
	rows: readonly (Placement & { reader: ReaderRow; held: boolean })[]
): Promise<number> {
	const column = <Value>(value: (row: (typeof rows)[number]) => Value) => rows.map(value);
	const { numAffectedRows } = await sql`insert into delivery
			(subscription, plan_update, host, state, next_try, expires_at, bundled, day)
		select subscription, plan_update, host, state, due, due + make_interval(secs => ${timeToLive}), bundled, day
		from unnest(
			${column(({ reader }) => reader.subscription)}::bigint[],
			${column(({ update }) => update)}::integer[],
			${column(({ reader }) => reader.host)}::text[],
			${column(({ held, bundled }) => (held ? 'held' : bundled ? 'digest' : 'queued'))}::text[],
			${column(({ due }) => due.toISOString())}::timestamptz[],
			${column(({ bundled }) => bundled)}::boolean[],
			${column(({ day }) => day)}::date[]
		) as row (subscription, plan_update, host, state, due, bundled, day)
		on conflict (subscription, plan_update) do nothing`.execute(transaction);
	return Number(numAffectedRows ?? 0);
}

/** The updates of a fan-out that is not finished, by their numbers. */
export async function updatesIn(kysely: Kysely<Schema>, fanOut: number): Promise<number[]> {
	const { rows } = await sql<{ updates: number[] }>`select updates from fan_out
		where number = ${fanOut} and finished_at is null`.execute(kysely);
	return rows[0]?.updates ?? [];
}
