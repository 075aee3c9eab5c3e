import { sql, type Kysely, type Transaction } from 'kysely';
import type { Lookup } from '../../../plan/content/lookup.ts';
import type { Schema } from '../../database/schema.ts';
import { hashOf, messagesOf } from './messages.ts';

/**
 * Finds the plan's updates that readers have never been told: `notify: true`, dated not in the future. Each is noticed
 * once, however many servers start together: the id is unique, and only who inserted it queues it.
 * @param today ISO date where the city is
 * @param queue is called inside the transaction with the number of the fan-out; not when there is nothing new
 * @returns how many were new
 */
export async function noticeUpdates(
	kysely: Kysely<Schema>,
	lookup: Lookup,
	today: string,
	queue: (fanOut: number, transaction: Transaction<Schema>) => Promise<void>
): Promise<number> {
	const updates = lookup.content.updates
		.map(({ value }) => value)
		.filter(({ notify, date }) => notify && date <= today);
	return kysely.transaction().execute(async (transaction) => {
		const fresh: number[] = [];
		for (const update of updates) {
			const messages = messagesOf(lookup, update);
			const { rows } = await sql<{ number: number }>`insert into plan_update
				(id, state, content_hash, topics, correction, corrects, date, messages, queued_at)
				values (${update.id}, 'queued', ${hashOf(messages)}, ${update.topics}::text[], ${update.kind === 'correction'},
					${update.corrects}::text[], ${update.date}, ${JSON.stringify(messages)}::text::jsonb, now())
				on conflict (id) do nothing returning number`.execute(transaction);
			if (rows[0]) fresh.push(rows[0].number);
			else await refresh(transaction, update.id, messages);
		}
		if (fresh.length > 0) await queue(await openFanOut(transaction, fresh), transaction);
		return fresh.length;
	});
}

/** What waits to be told is told in the words of the newest content, and a held update knows what it would say. */
async function refresh(transaction: Transaction<Schema>, id: string, messages: ReturnType<typeof messagesOf>) {
	await sql`update plan_update set messages = ${JSON.stringify(messages)}::text::jsonb, content_hash = ${hashOf(messages)}
		where id = ${id} and content_hash <> ${hashOf(messages)}`.execute(transaction);
}

/** Begins to tell updates to everybody who is subscribed now. Withdraws what a correction among them corrects. */
export async function openFanOut(transaction: Transaction<Schema>, updates: readonly number[]): Promise<number> {
	await sql`update delivery set state = 'withdrawn' where state in ('queued', 'claimed', 'digest', 'held') and plan_update in (
		select wrong.number from plan_update wrong join plan_update correction on wrong.id = any(correction.corrects)
		where correction.number = any(${updates}::integer[]))`.execute(transaction);
	const { rows } = await sql<{ number: number }>`insert into fan_out (updates, last)
		select ${updates}::integer[], coalesce(max(number), 0) from subscription returning number`.execute(transaction);
	const number = rows[0]?.number;
	if (number === undefined) throw new Error('The fan-out was not opened.');
	return number;
}
