import type { Locale, Words } from '../plan/locale.ts';
import type { Report } from '../plan/report.ts';

/**
 * What the device keeps. Fields may be added, never renamed or taken away: after a rollback an older app works on a
 * newer app's rows, so a change spreads the row that it finds.
 */
export interface Follow {
	topic: string;
	/** ISO time. */
	since: string;
}

/** A card that was read, and the version of the plan it was read in. */
export interface Reading {
	card: string;
	version: string;
	/** ISO time. */
	at: string;
}

export interface InboxEntry {
	update: string;
	/** A number, not a boolean: IndexedDB can't index booleans. */
	read: 0 | 1;
	/** ISO time at which the device learned of the update. */
	at: string;
	/** ISO time at which a push message showed it. */
	told?: string;
}

/** The plan as the reader last took note of it: each figure as it was shown. */
export interface EditionRecord {
	version: string;
	date: string;
	figures: Record<string, Partial<Words>>;
	/** ISO time. */
	seenAt: string;
}

/** Where this device is known to the server. */
export interface Registration {
	id: string;
	secret: string;
}

/** All that the server shall know of this device. */
export interface Wanted {
	subscription: { endpoint: string; keys: { p256dh: string; auth: string } };
	topics: string[];
	locale: Locale;
	frequency: 'immediate' | 'daily' | 'weekly';
	/** IANA. */
	timeZone?: string;
}

/** The outbox of push (lib/push/outbox.ts); no part of a backup, because it belongs to this browser alone. */
export interface PushRecord {
	key: 'push';
	wanted?: Wanted;
	registration?: Registration;
	/** What the server confirmed last, as JSON. */
	confirmed?: string;
	/** The status with which the server refused what is wanted. */
	refused?: number;
	/** Rows that the server shall forget. */
	leaving: Registration[];
	/** ISO time before which the server does not want to be asked again. */
	notBefore?: string;
	/**
	 * The browser's subscription is to be exchanged for a new one: the server has forgotten this device, or the push service
	 * has. `done`, until the server has taken the new one: then no other is made.
	 */
	renew?: 'wanted' | 'done';
	/** ISO time of the last exchange that the server took. */
	renewed?: string;
	/** Why notifications ended without having been switched off. */
	ended?: Ended;
}

/** A report of a wrong number (lib/report/outbox.ts); no part of a backup, because it is on its way from this browser. */
export interface ReportRecord {
	/** The report's own. */
	id: string;
	figure: string | null;
	/** ISO time at which it was written. */
	at: string;
	state: 'waiting' | 'sent' | 'refused';
	/** All of it, until the server has it. */
	report?: Report;
	/** What the server said when it refused, in the reader's language. */
	reason?: string;
}

/**
 * - `permission`: the reader took it back in the browser's settings;
 * - `follows`: no topic is followed any more;
 * - `gone`: the subscription was lost, and no new one could be made.
 */
export type Ended = 'permission' | 'follows' | 'gone';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export interface Setting {
	key: string;
	value: Json;
}

/** Everything at one moment; each table in the order of its keys. */
export interface DeviceState {
	readonly follows: readonly Follow[];
	readonly reading: readonly Reading[];
	readonly inbox: readonly InboxEntry[];
	/** The baseline of “since your last visit”, or nothing. */
	readonly editions: readonly EditionRecord[];
	readonly settings: readonly Setting[];
	/** At most one. */
	readonly push: readonly PushRecord[];
	readonly reports: readonly ReportRecord[];
}

export type TableName = keyof DeviceState;
export type Row<Table extends TableName> = DeviceState[Table][number];

export const tableNames = [
	'follows',
	'reading',
	'inbox',
	'editions',
	'settings',
	'push',
	'reports'
] as const satisfies TableName[];

export const emptyState: DeviceState = {
	follows: [],
	reading: [],
	inbox: [],
	editions: [],
	settings: [],
	push: [],
	reports: []
};

const keyOf: { readonly [Table in TableName]: (row: Row<Table>) => string } = {
	follows: ({ topic }) => topic,
	reading: ({ card }) => card,
	inbox: ({ update }) => update,
	editions: ({ version }) => version,
	settings: ({ key }) => key,
	push: ({ key }) => key,
	reports: ({ id }) => id
};

/** The table's rows by their primary keys. */
export function byKey<Table extends TableName>(table: Table, rows: DeviceState[Table]): Map<string, Row<Table>> {
	const key = keyOf[table];
	return new Map(rows.map((row): [string, Row<Table>] => [key(row), row]));
}

/** One row for a key, the last one, in the order in which IndexedDB returns them. */
export function inKeyOrder<Table extends TableName>(table: Table, rows: DeviceState[Table]): Row<Table>[] {
	return [...byKey(table, rows)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
