import type { Kysely } from 'kysely';
import type { ConstructorOptions } from 'pg-boss';
import type { Schema } from './schema.ts';

export interface Database {
	/**
	 * Inside a transaction use its own handle and never this one: the embedded database has one connection, which waits for
	 * the transaction that waits for it.
	 */
	kysely: Kysely<Schema>;
	/** embedded: one connection in this process; server: a pool, and other processes work on the same tables. */
	kind: 'embedded' | 'server';
	/** What a `PgBoss` of this database is made with; settings beside it are the caller's. Stop pg-boss before close(). */
	boss: Pick<ConstructorOptions, 'connectionString' | 'db' | 'backend'>;
	/** A connection of the caller's own, for what lasts as long as a connection does, such as advisory locks. */
	connect(): Promise<Session>;
	close(): Promise<void>;
}

export interface Session {
	query<Row>(statement: string): Promise<Row[]>;
	/** Resolves when the connection has broken off, or was closed. */
	ended: Promise<void>;
	close(): Promise<void>;
}

export interface DatabaseSettings {
	/** A PostgreSQL; without it the embedded one. */
	url?: string | undefined;
	/** Where the embedded one keeps its files; undefined: nowhere, it lives and ends in memory. */
	folder?: string | undefined;
}
