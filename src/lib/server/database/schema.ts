/** The tables as Kysely knows them; what the columns mean is said in `migrations/`. */
import type { Generated, GeneratedAlways } from 'kysely';
import type { Locale } from '../../plan/locale.ts';

export type Frequency = 'immediate' | 'daily' | 'weekly';
export type SubscriptionState = 'pending' | 'active';
export type UpdateState = 'noticed' | 'queued' | 'sent' | 'held' | 'skipped';
export type DeliveryState =
	'queued' | 'claimed' | 'sending' | 'accepted' | 'gone' | 'failed' | 'digest' | 'held' | 'withdrawn' | 'maybe';

/** Both databases give: bigint and count(*) as number, date as `2021-03-01`, timestamptz as Date, bytea as bytes. */
type Day = string;
type Bytes = Uint8Array;

export interface SubscriptionTable {
	number: GeneratedAlways<number>;
	id: string;
	secret_hash: Bytes;
	endpoint_hash: Bytes;
	target: Bytes;
	host: string;
	locale: Locale;
	frequency: Frequency;
	time_zone: string;
	state: SubscriptionState;
	activation_hash: Bytes | null;
	created: Generated<Day>;
	seen: Generated<Day>;
	warned: Day | null;
}

export interface SubscriptionTopicTable {
	subscription: number;
	topic: string;
	frequency: Frequency;
	active: boolean;
}

export interface PlanUpdateTable {
	number: GeneratedAlways<number>;
	id: string;
	state: UpdateState;
	content_hash: string;
	noticed_at: Generated<Date>;
	queued_at: Date | null;
	sent_at: Date | null;
}

export interface DeliveryTable {
	subscription: number;
	plan_update: number;
	host: string;
	state: DeliveryState;
	attempts: Generated<number>;
	next_try: Generated<Date>;
	worker: number | null;
	locked_until: Date | null;
	lost_at: Date | null;
	answer: number | null;
	queued_at: Generated<Date>;
	accepted_at: Date | null;
}

export interface HostPauseTable {
	host: string;
	until: Date;
	reason: string;
	since: Generated<Date>;
}

export interface ReportTable {
	number: GeneratedAlways<number>;
	id: string;
	figure: string | null;
	version: string;
	edition: Day;
	locale: Locale;
	words: Bytes;
	contact: Bytes | null;
	received: Generated<Day>;
	closed: Day | null;
	answer: string | null;
}

export interface Schema {
	migration: { number: number; name: string; applied_at: Generated<Date> };
	subscription: SubscriptionTable;
	subscription_topic: SubscriptionTopicTable;
	plan_update: PlanUpdateTable;
	delivery: DeliveryTable;
	host_pause: HostPauseTable;
	report: ReportTable;
	setting: { name: string; value: string };
}
