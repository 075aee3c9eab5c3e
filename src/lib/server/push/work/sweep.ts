import { sql, type Kysely } from 'kysely';
import type { Schema } from '../../database/schema.ts';

export interface Found {
	/** Whether a message is due now. */
	due: boolean;
	/** Fan-outs that are not finished. */
	fanOuts: number[];
}

/** Looks for what waits to be done, which any worker may do at any time, and gives up what is no longer news. */
export async function sweep(kysely: Kysely<Schema>, now: Date): Promise<Found> {
	await sql`update delivery set state = 'failed' where state in ('queued', 'digest')
		and expires_at <= ${now}::timestamptz`.execute(kysely);
	const { rows } = await sql<{ due: boolean }>`select exists (
			select from delivery where state in ('queued', 'digest') and next_try <= ${now}::timestamptz
		) as due`.execute(kysely);
	const open = await sql<{ number: number }>`select number from fan_out where finished_at is null
		order by number`.execute(kysely);
	return { due: rows[0]?.due ?? false, fanOuts: open.rows.map(({ number }) => number) };
}
