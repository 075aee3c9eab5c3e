import { sql } from 'kysely';
import type { Locale } from '../../../plan/locale.ts';
import { payload, warningNotification } from '../../../plan/notification.ts';
import type { Database } from '../../database/database.ts';
import { forgetReports } from '../../reports/reports.ts';
import type { PushSender } from '../sender.ts';
import { isQuiet } from './local-time.ts';
import type { Settled } from './settings.ts';

/** Days without the app being opened. */
const warnAfter = 55;
const forgetAfter = 60;
/** A device that never answered the warning's push service is forgotten without one. */
const forgetUnwarned = 67;
/** How long it is known who was told an update, for its correction. */
const keepDeliveries = 180;
const atOnce = 200;

interface Row {
	number: number;
	id: string;
	target: Uint8Array;
	locale: Locale;
}

/** Forgets devices that nobody uses any more, five days after telling them; what never was activated; old reports. */
export async function ageOut(database: Database, sender: PushSender, settings: Settled): Promise<void> {
	const { kysely } = database;
	const today = settings.now().toISOString().slice(0, 10);
	const forgotten = await sql`delete from subscription where
		(state = 'pending' and created < ${today}::date - 1)
		or (state = 'active' and seen < ${today}::date - ${sql.lit(forgetAfter)}
			and warned > seen and warned <= ${today}::date - ${sql.lit(forgetAfter - warnAfter)})
		or seen < ${today}::date - ${sql.lit(forgetUnwarned)}`.execute(kysely);
	await sql`delete from delivery where state not in ('queued', 'claimed', 'sending', 'digest', 'held')
		and queued_at < ${today}::date - ${sql.lit(keepDeliveries)}`.execute(kysely);
	await forgetReports(kysely, today);
	let warned = 0;
	for (;;) {
		const rows = await toWarn(database, today, settings);
		await Promise.all(rows.map((row) => warn(row, database, sender, settings)));
		warned += rows.length;
		if (rows.length < atOnce) break;
	}
	settings.log('info', 'aged out', { forgotten: Number(forgotten.numAffectedRows ?? 0), warned });
}

/** Marks them in the same statement, so that of two workers one warns. */
async function toWarn({ kysely }: Database, today: string, { now }: Settled): Promise<Row[]> {
	const zones = await sql<{ time_zone: string }>`select distinct time_zone from subscription
		where state = 'active' and seen < ${today}::date - ${sql.lit(warnAfter)}`.execute(kysely);
	const awake = zones.rows.map((row) => row.time_zone).filter((zone) => !isQuiet(now(), zone));
	const { rows } = await sql<Row>`update subscription set warned = ${today}::date where number in (
			select number from subscription where state = 'active' and seen < ${today}::date - ${sql.lit(warnAfter)}
				and (warned is null or warned <= seen) and time_zone = any(${awake}::text[])
			limit ${sql.lit(atOnce)} for update skip locked
		) returning number, id, target, locale`.execute(kysely);
	return rows;
}

async function warn(row: Row, { kysely }: Database, sender: PushSender, settings: Settled): Promise<void> {
	const said = payload(warningNotification(row.locale), settings.origin, { kind: 'warning' });
	const target = settings.readTarget(row.id, row.target);
	const answer = await sender.send(target, said, { ttl: 5 * 24 * 60 * 60, urgency: 'low' });
	if (answer.kind === 'gone') await sql`delete from subscription where number = ${row.number}`.execute(kysely);
}
