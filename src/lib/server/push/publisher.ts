/** What the publisher can see and do about updates: `npm run plan -- updates`, `hold`, `release`, `resend`. */
import { sql, type Kysely } from 'kysely';
import type { Lookup } from '../../plan/content/lookup.ts';
import type { Schema, UpdateState } from '../database/schema.ts';
import { hashOf, messagesOf } from './work/messages.ts';
import { openFanOut } from './work/noticing.ts';

export interface UpdateLine {
	id: string;
	date: string;
	notify: boolean;
	/** `new`: no server has started with it yet. */
	state: UpdateState | 'new';
	/** Readers who follow one of its topics now. */
	audience: number;
	/** Its deliveries by state. */
	deliveries: Record<string, number>;
}

export async function updateLines(kysely: Kysely<Schema>, lookup: Lookup): Promise<UpdateLine[]> {
	const lines: UpdateLine[] = [];
	for (const { value: update } of lookup.content.updates) {
		const known = await sql<{ number: number; state: UpdateState }>`select number, state from plan_update
			where id = ${update.id}`.execute(kysely);
		const audience = await sql<{ count: number }>`select count(distinct subscription) as count from subscription_topic
			where active and topic = any(${update.topics}::text[])`.execute(kysely);
		const states = await sql<{ state: string; count: number }>`select delivery.state, count(*) as count from delivery
			where plan_update = ${known.rows[0]?.number ?? 0} group by delivery.state order by 1`.execute(kysely);
		lines.push({
			id: update.id,
			date: update.date,
			notify: update.notify,
			state: known.rows[0]?.state ?? 'new',
			audience: audience.rows[0]?.count ?? 0,
			deliveries: Object.fromEntries(states.rows.map(({ state, count }) => [state, count]))
		});
	}
	return lines.sort((a, b) => b.date.localeCompare(a.date) || a.id.localeCompare(b.id));
}

/**
 * Stops telling an update; one that no server has noticed yet will not be told when it is.
 * @returns how many deliveries it holds back, and how many were made already
 */
export async function holdUpdate(
	kysely: Kysely<Schema>,
	lookup: Lookup,
	id: string
): Promise<{ back: number; told: number }> {
	const update = lookup.content.updates.find(({ value }) => value.id === id)?.value;
	if (!update) throw new Error(`There is no update “${id}”.`);
	const messages = messagesOf(lookup, update);
	return kysely.transaction().execute(async (transaction) => {
		const { rows } = await sql<{ number: number }>`insert into plan_update
				(id, state, content_hash, topics, correction, corrects, date, messages)
			values (${id}, 'held', ${hashOf(messages)}, ${update.topics}::text[], ${update.kind === 'correction'},
				${update.corrects}::text[], ${update.date}, ${JSON.stringify(messages)}::text::jsonb)
			on conflict (id) do update set state = 'held' returning number`.execute(transaction);
		const number = rows[0]?.number ?? 0;
		const { numAffectedRows } = await sql`update delivery set state = 'held', worker = null, locked_until = null
			where plan_update = ${number} and state in ('queued', 'claimed', 'digest')`.execute(transaction);
		const told = await sql<{ count: number }>`select count(*) as count from delivery
			where plan_update = ${number} and state in ('accepted', 'sending', 'maybe')`.execute(transaction);
		return { back: Number(numAffectedRows ?? 0), told: told.rows[0]?.count ?? 0 };
	});
}

/**
 * Lets a held update go on: what was held back, and, when it was held before it was ever queued, everybody.
 * @returns how many deliveries go on
 */
export async function releaseUpdate(kysely: Kysely<Schema>, id: string): Promise<number> {
	return kysely.transaction().execute(async (transaction) => {
		const { rows } = await sql<{ number: number; began: boolean }>`select number, queued_at is not null as began
			from plan_update where id = ${id} and state = 'held' for update`.execute(transaction);
		const [update] = rows;
		if (!update) throw new Error(`There is no update “${id}” that is held: npm run plan -- updates lists them.`);
		await sql`update plan_update set state = 'queued', queued_at = coalesce(queued_at, now())
			where number = ${update.number}`.execute(transaction);
		const { numAffectedRows } = await again(update.number, 'held').execute(transaction);
		// A fan-out that had begun is gone over once more: what is there already stays.
		await openFanOut(transaction, [update.number]);
		return Number(numAffectedRows ?? 0);
	});
}

/** Push services that asked for a pause or refuse us, with what they did. */
export async function closedHosts(kysely: Kysely<Schema>): Promise<{ host: string; reason: string; until: Date }[]> {
	const { rows } = await sql<{ host: string; reason: string; until: Date }>`select host, reason, until from host_pause
		where until > now() order by host`.execute(kysely);
	return rows;
}

/** failed: the push service refused them or was away for two days; maybe: under way at two deaths of workers. */
export type Resendable = 'failed' | 'maybe';

/**
 * Tries deliveries again that were given up.
 * @returns how many
 */
export async function resend(kysely: Kysely<Schema>, id: string, which: Resendable): Promise<number> {
	const { rows } = await sql<{ number: number }>`select number from plan_update where id = ${id}`.execute(kysely);
	if (!rows[0]) throw new Error(`There is no update “${id}” that was sent: npm run plan -- updates lists them.`);
	const { numAffectedRows } = await again(rows[0].number, which).execute(kysely);
	return Number(numAffectedRows ?? 0);
}

function again(update: number, from: 'held' | Resendable) {
	return sql`update delivery set state = case when bundled then 'digest' else 'queued' end, attempts = 0, lost_at = null,
			next_try = now(), expires_at = now() + interval '48 hours', locked_until = null
		where plan_update = ${update} and state = ${from}`;
}
