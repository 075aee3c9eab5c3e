import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Frequency, Schema } from '../../database/schema.ts';

/** Subscription numbers, both ends included. */
export interface Range {
	from: number;
	to: number;
}

const frequencies: readonly Frequency[] = ['immediate', 'daily', 'weekly'];

export interface Follower {
	subscription: number;
	topics: string[];
}

/**
 * Who of a range follows one of the topics. It reads the index `subscription_topic_audience` and nothing else, so that it
 * costs the same for the first readers and for the millionth (`npm run bench -- push`).
 */
export async function followersIn(
	kysely: Kysely<Schema>,
	topics: readonly string[],
	range: Range
): Promise<Follower[]> {
	const { rows } = await followersQuery(topics, range).execute(kysely);
	return rows;
}

export function followersQuery(topics: readonly string[], { from, to }: Range): RawBuilder<Follower> {
	return sql<Follower>`select subscription, array_agg(topic) as topics from subscription_topic
		where topic = any(${topics}::text[]) and frequency = any(${frequencies}::text[])
			and subscription between ${from} and ${to} and active
		group by subscription order by subscription`;
}

/** Who of a range was told one of the updates: they get its correction, whatever they follow now. */
export async function toldIn(
	kysely: Kysely<Schema>,
	updates: readonly string[],
	{ from, to }: Range
): Promise<Map<string, Set<number>>> {
	const { rows } = await sql<{ id: string; subscription: number }>`select u.id, d.subscription
		from delivery d join plan_update u on u.number = d.plan_update join subscription s on s.number = d.subscription
		where d.subscription between ${from} and ${to} and u.id = any(${updates}::text[])
			and d.state in ('accepted', 'sending', 'maybe') and s.state = 'active'`.execute(kysely);
	const told = new Map<string, Set<number>>();
	for (const { id, subscription } of rows) told.set(id, (told.get(id) ?? new Set()).add(subscription));
	return told;
}

export interface ReaderRow {
	subscription: number;
	host: string;
	frequency: Frequency;
	time_zone: string;
}

export async function readersOf(kysely: Kysely<Schema>, subscriptions: readonly number[]): Promise<ReaderRow[]> {
	const { rows } = await sql<ReaderRow>`select number as subscription, host, frequency, time_zone from subscription
		where number = any(${subscriptions}::bigint[]) and state = 'active' order by number`.execute(kysely);
	return rows;
}

/** How many notifications each immediate reader has had, or will have, on the days around today: subscription → day → count. */
export async function toldOnDays(
	kysely: Kysely<Schema>,
	{ from, to }: Range,
	since: string
): Promise<Map<number, Map<string, number>>> {
	const { rows } = await sql<{ subscription: number; day: string; count: number }>`select subscription, day,
			count(*) filter (where not bundled) + (case when bool_or(bundled) then 1 else 0 end) as count
		from delivery where subscription between ${from} and ${to} and day >= ${since}::date
			and state not in ('withdrawn', 'held')
		group by subscription, day`.execute(kysely);
	const told = new Map<number, Map<string, number>>();
	for (const { subscription, day, count } of rows)
		told.set(subscription, (told.get(subscription) ?? new Map<string, number>()).set(day, count));
	return told;
}
