import { sql, type Kysely } from 'kysely';
import { migrations as all, type Migration } from './migrations/index.ts';
import type { Schema } from './schema.ts';

/** Any number, but always this one: of servers that start together, one applies the migrations and the others wait. */
const advisoryLock = 7_214_202_101;

/**
 * Brings a database to the newest schema: everything or, when a statement fails, nothing.
 * Migrations that only a newer release knows are left alone, so that a release can be rolled back.
 * @returns the numbers of what was applied
 */
export async function migrate(kysely: Kysely<Schema>, migrations: readonly Migration[] = all): Promise<number[]> {
	return kysely.transaction().execute(async (transaction) => {
		await sql`select pg_advisory_xact_lock(${sql.lit(advisoryLock)})`.execute(transaction);
		await sql`create table if not exists migration (
			number integer primary key, name text not null, applied_at timestamptz not null default now()
		)`.execute(transaction);
		const rows = await transaction.selectFrom('migration').select('number').execute();
		const applied = new Set(rows.map(({ number }) => number));

		const missing = migrations.filter(({ number }) => !applied.has(number));
		for (const { number, name, statements } of missing) {
			for (const statement of statements) await sql.raw(statement).execute(transaction);
			await transaction.insertInto('migration').values({ number, name }).execute();
		}
		return missing.map(({ number }) => number);
	});
}
