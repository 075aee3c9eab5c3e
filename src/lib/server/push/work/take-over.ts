/**
 * What dead workers leave behind. A message that was only claimed was certainly not sent: it is anybody's again, at once.
 * One that was being sent may have been accepted. It is sent once more, with the same tag, when all has been calm for a
 * while, so that workers which die one after another do not take the second try with them, and a worker that was only cut
 * off can still say that it was accepted. Lost a second time it stays `maybe`: nobody is told a third time by itself.
 */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Schema } from '../../database/schema.ts';
import { isAlive } from './presence.ts';

/** Minutes after which a lost message waits no longer for calm. */
const longestWait = 5;

export interface TakenOver {
	/** How many workers were found dead. */
	dead: number;
	/** Messages that they had under way and that are sent again. */
	again: number;
	/** Messages that were lost for the second time. */
	maybe: number;
}

/** @param calm seconds */
export function takeOver(kysely: Kysely<Schema>, now: Date, calm: number): Promise<TakenOver> {
	return kysely.transaction().execute(async (transaction) => {
		const { rows } = await sql<{ number: number }>`delete from worker where not ${isAlive} returning number`.execute(
			transaction
		);
		if (rows.length === 0) return { dead: 0, again: 0, maybe: 0 };
		const numbers = rows.map(({ number }) => number);
		const lost = await giveBack(transaction, now, calm, sql`worker = any(${numbers}::integer[])`);
		await sql`update delivery set next_try = ${after(now, calm)} where lost_at is not null and state in ('queued', 'digest')
			and next_try < ${after(now, calm)} and lost_at > ${now}::timestamptz - make_interval(mins => ${sql.lit(longestWait)})`.execute(
			transaction
		);
		return { dead: rows.length, ...lost };
	});
}

/** Messages that nobody has settled though their lease is over: of workers whose process is alive and does nothing. */
export function endLeases(kysely: Kysely<Schema>, now: Date, calm: number): Promise<Omit<TakenOver, 'dead'>> {
	return giveBack(kysely, now, calm, sql`locked_until < now()`);
}

async function giveBack(
	kysely: Kysely<Schema>,
	now: Date,
	calm: number,
	which: RawBuilder<unknown>
): Promise<Omit<TakenOver, 'dead'>> {
	const { rows } = await sql<{ again: number; maybe: number }>`with lost as (
			update delivery set worker = null, locked_until = null,
				state = case when state = 'sending' and lost_at is not null then 'maybe' when bundled then 'digest' else 'queued' end,
				next_try = case when state = 'sending' then greatest(next_try, ${after(now, calm)}) else next_try end,
				lost_at = case when state = 'sending' then ${now}::timestamptz else lost_at end
			where (subscription, plan_update) in (
				select subscription, plan_update from delivery where state in ('claimed', 'sending') and ${which}
				for update skip locked)
			returning state, lost_at
		) select count(*) filter (where state <> 'maybe' and lost_at = ${now}::timestamptz) as again,
			count(*) filter (where state = 'maybe') as maybe from lost`.execute(kysely);
	return { again: rows[0]?.again ?? 0, maybe: rows[0]?.maybe ?? 0 };
}

function after(now: Date, seconds: number): RawBuilder<Date> {
	return sql<Date>`${new Date(now.getTime() + seconds * 1000).toISOString()}::timestamptz`;
}
