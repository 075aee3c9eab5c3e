/**
 * Taking messages to send. What a worker has claimed is its own until it died (take-over.ts) or the lease is over; nothing
 * of it is sent before `Departures` says so.
 */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Locale } from '../../../plan/locale.ts';
import type { Frequency, Schema } from '../../database/schema.ts';

/** One notification for one reader: an update, or several as a digest. */
export interface Message {
	subscription: number;
	/** Who claimed it. */
	worker: number;
	id: string;
	target: Uint8Array;
	host: string;
	locale: Locale;
	frequency: Frequency;
	timeZone: string;
	/** What the reader follows now, which may be less than when the message was queued. */
	topics: string[];
	bundled: boolean;
	/** By their numbers, lowest first. */
	updates: [number, ...number[]];
	/** How many there were before. */
	attempts: number;
	expires: Date;
	queuedAt: Date;
}

export interface Host {
	name: string;
	/** It refused us: only one message at a time asks whether it does still. */
	stopped: boolean;
}

/** Push services for which something is queued and which did not ask us to pause. */
export async function hostsToServe(kysely: Kysely<Schema>, now: Date): Promise<Host[]> {
	// One step of the index a host: there are few hosts and perhaps a million rows.
	const hosts = (state: 'queued' | 'digest') => sql`(with recursive known as (
			(select host from delivery where state = ${sql.lit(state)} order by host limit 1)
			union all
			select (select host from delivery where state = ${sql.lit(state)} and host > known.host order by host limit 1)
			from known where known.host is not null
		) select host from known where host is not null)`;
	const { rows } = await sql<Host>`select waiting.host as name, coalesce(stopped, false) as stopped
		from (${hosts('queued')} union ${hosts('digest')}) as waiting
		left join host_pause on host_pause.host = waiting.host
		where until is null or until <= ${now}::timestamptz`.execute(kysely);
	return rows;
}

/** Push services to which nothing that waits may go now: they asked for a pause, or refuse us. */
export async function closedHosts(kysely: Kysely<Schema>, now: Date): Promise<string[]> {
	const { rows } = await sql<{ host: string }>`select host from host_pause
		where stopped or until > ${now}::timestamptz`.execute(kysely);
	return rows.map(({ host }) => host);
}

export interface Claimant {
	worker: number;
	/** Seconds, by the database's clock: workers' own clocks may differ. */
	lease: number;
	now: Date;
}

/** Takes up to `most` messages of a host that are due. */
export async function claim(
	kysely: Kysely<Schema>,
	host: string,
	most: number,
	claimant: Claimant
): Promise<Message[]> {
	const singles = await take(
		kysely,
		claimant,
		sql`select subscription, plan_update from delivery
		where state = 'queued' and host = ${host} and next_try <= ${claimant.now}::timestamptz
		order by next_try limit ${most} for update skip locked`
	);
	if (singles.length >= most) return singles;
	return [...singles, ...(await claimDigests(kysely, host, most - singles.length, claimant))];
}

/** All of a reader's digest or nothing of it: who has the subscription's lock has the digest. */
function claimDigests(kysely: Kysely<Schema>, host: string, most: number, claimant: Claimant) {
	const { now } = claimant;
	return take(
		kysely,
		claimant,
		sql`select subscription, plan_update from delivery join (
			select number from subscription where number in (
				select subscription from delivery where state = 'digest' and host = ${host} and next_try <= ${now}::timestamptz
				order by next_try limit ${most}
			) for no key update skip locked
		) as reader on reader.number = subscription
		where state = 'digest' and next_try <= ${now}::timestamptz`
	);
}

interface Row {
	subscription: number;
	worker: number;
	plan_update: number;
	attempts: number;
	expires_at: Date;
	queued_at: Date;
	bundled: boolean;
	id: string;
	target: Uint8Array;
	host: string;
	locale: Locale;
	frequency: Frequency;
	time_zone: string;
	topics: string[];
}

async function take(kysely: Kysely<Schema>, { worker, lease }: Claimant, due: RawBuilder<unknown>): Promise<Message[]> {
	const { rows } = await sql<Row>`with due as (${due}), taken as (
			update delivery set state = 'claimed', worker = ${worker}, locked_until = now() + make_interval(secs => ${lease})
			from due where delivery.subscription = due.subscription and delivery.plan_update = due.plan_update
				and delivery.state in ('queued', 'digest')
			returning delivery.subscription, delivery.plan_update, delivery.worker, delivery.attempts, delivery.expires_at,
				delivery.queued_at, delivery.bundled
		)
		select taken.*, id, target, host, locale, frequency, time_zone,
			array(select topic from subscription_topic where subscription_topic.subscription = number) as topics
		from taken join subscription on number = taken.subscription
		order by taken.subscription, taken.plan_update`.execute(kysely);
	return together(rows);
}

function together(rows: readonly Row[]): Message[] {
	const messages: Message[] = [];
	for (const row of rows) {
		const last = messages.at(-1);
		if (row.bundled && last?.bundled && last.subscription === row.subscription) {
			last.updates.push(row.plan_update);
			last.attempts = Math.max(last.attempts, row.attempts);
			continue;
		}
		const { time_zone: timeZone, expires_at: expires, queued_at: queuedAt, plan_update: update, ...rest } = row;
		messages.push({ ...rest, timeZone, expires, queuedAt, updates: [update] });
	}
	return messages;
}
