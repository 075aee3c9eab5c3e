import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database, Session } from './database.ts';
import type { Schema } from './schema.ts';

const { Client, Pool, TypeOverrides } = pg;
const { DATE, INT8 } = pg.types.builtins;

/** Values as the embedded database gives them. No count or number of ours comes near 2^53. */
const types = new TypeOverrides();
types.setTypeParser(INT8, Number);
types.setTypeParser(DATE, (day) => day);

/** A pool of connections to a PostgreSQL server; it connects when first used. */
export function openServer(url: string): Database {
	const pool = new Pool({
		connectionString: url,
		application_name: 'kandong',
		max: 10,
		connectionTimeoutMillis: 5000,
		// An answer that takes longer helps nobody who waits for it, and a lost network must not hold connections for good.
		query_timeout: 60_000,
		keepAlive: true,
		types
	});
	// An idle connection that breaks is replaced when the next one is needed; unheard, the event would end the process.
	pool.on('error', () => undefined);
	// So would that of a connection which breaks off between two statements of a transaction; the next one fails and says so.
	pool.on('connect', (client) => client.on('error', () => undefined));
	return {
		kysely: new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }),
		kind: 'server',
		boss: { connectionString: url },
		connect: () => connect(url),
		close: () => pool.end()
	};
}

async function connect(url: string): Promise<Session> {
	const client = new Client({
		connectionString: url,
		application_name: 'kandong worker',
		connectionTimeoutMillis: 5000,
		query_timeout: 5000,
		keepAlive: true
	});
	const ended = new Promise<void>((resolve) => {
		client.once('end', () => resolve());
		client.on('error', () => resolve());
	});
	await client.connect();
	// A machine that vanished is missed after 25 seconds, not after the two hours that are usual.
	await client.query('set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3');
	return {
		query: async <Row>(statement: string) => (await client.query<Row & pg.QueryResultRow>(statement)).rows,
		ended,
		close: () => client.end()
	};
}
