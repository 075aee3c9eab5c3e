/**
 * What an operator wants to know of push, as /metrics shows it. All of it is read from the database: the work may be done
 * by processes that nobody can ask, and they come and go.
 */
import { sql, type Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { histogram, type Family, type Sample } from '../exposition.ts';
import { isAlive } from './work/presence.ts';
import { delayBounds } from './work/totals.ts';

export async function measures(kysely: Kysely<Schema>): Promise<Family[]> {
	const [queue, sends, delay, subscriptions, hosts, workers] = await Promise.all([
		deliveries(kysely),
		sendsSoFar(kysely),
		delaySoFar(kysely),
		subscriptionsByState(kysely),
		closedHosts(kysely),
		workersAlive(kysely)
	]);
	const gauge = (name: string, help: string, samples: Sample[]): Family => ({ name, help, type: 'gauge', samples });
	return [
		gauge('kandong_push_queue', 'Messages that wait or are under way, by state.', queue.filter(inQueue)),
		gauge(
			'kandong_push_sent_maybe',
			'Messages that were under way at two deaths of workers: sent perhaps, and not again by itself.',
			queue.filter((sample) => !inQueue(sample)).map(({ value }) => ({ value }))
		),
		{
			name: 'kandong_push_sends_total',
			help: 'Requests to push services, by host and what the answer meant.',
			type: 'counter',
			samples: sends
		},
		{
			name: 'kandong_push_accept_delay_seconds',
			help: 'From queued to accepted by the push service.',
			type: 'histogram',
			samples: delay
		},
		gauge('kandong_push_subscriptions', 'Subscriptions, by state.', subscriptions),
		gauge(
			'kandong_push_host_closed_seconds',
			'Seconds for which nothing is sent to a host: it asked for a pause, or it refuses us (stopped).',
			hosts
		),
		gauge('kandong_push_workers', 'Workers that are alive.', workers)
	];
}

const inQueue = ({ labels }: Sample) => labels?.state !== 'maybe';

/** Each state by its own partial index: most deliveries are done with, and none of those is looked at. */
async function deliveries(kysely: Kysely<Schema>): Promise<Sample[]> {
	const one = (state: string) =>
		sql`select ${sql.lit(state)} as state, count(*) as count from delivery where state = ${sql.lit(state)}`;
	const { rows } = await sql<{ state: string; count: number }>`${sql.join(
		['queued', 'digest', 'claimed', 'sending', 'maybe'].map(one),
		sql` union all `
	)}`.execute(kysely);
	return rows.map(({ state, count }) => ({ labels: { state }, value: count }));
}

async function sendsSoFar(kysely: Kysely<Schema>): Promise<Sample[]> {
	const { rows } = await sql<{ host: string; answer: string; count: number }>`select host, answer, count from send_total
		order by host, answer`.execute(kysely);
	return rows.map(({ host, answer, count }) => ({ labels: { host, answer }, value: count }));
}

async function delaySoFar(kysely: Kysely<Schema>): Promise<Sample[]> {
	const { rows } = await sql<{ up_to: number; count: number; seconds: number }>`select up_to, count, seconds
		from accept_delay`.execute(kysely);
	const countOf = new Map(rows.map((row) => [row.up_to, row.count]));
	// Buckets that nothing fell into yet too: a rate over a bucket that appears is none.
	return histogram(
		delayBounds.map((upTo) => ({ upTo, count: countOf.get(upTo) ?? 0 })),
		rows.reduce((sum, { seconds }) => sum + seconds, 0)
	);
}

async function subscriptionsByState(kysely: Kysely<Schema>): Promise<Sample[]> {
	// Two indexes, not the rows, which are long.
	const { rows } = await sql<{ all: number; pending: number }>`select
		(select count(*) from subscription) as all,
		(select count(*) from subscription where state = 'pending') as pending`.execute(kysely);
	const { all, pending } = rows[0] ?? { all: 0, pending: 0 };
	return [
		{ labels: { state: 'active' }, value: all - pending },
		{ labels: { state: 'pending' }, value: pending }
	];
}

async function closedHosts(kysely: Kysely<Schema>): Promise<Sample[]> {
	const { rows } = await sql<{ host: string; stopped: boolean; seconds: number }>`select host, stopped,
			greatest(0, ceil(extract(epoch from until - now())))::float8 as seconds
		from host_pause where stopped or until > now() order by host`.execute(kysely);
	return rows.map(({ host, stopped, seconds }) => ({ labels: { host, stopped: String(stopped) }, value: seconds }));
}

async function workersAlive(kysely: Kysely<Schema>): Promise<Sample[]> {
	const { rows } = await sql<{ count: number }>`select count(*) as count from worker where ${isAlive}`.execute(kysely);
	return [{ value: rows[0]?.count ?? 0 }];
}
