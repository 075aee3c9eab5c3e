import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import pg from 'pg';
import { afterAll, beforeAll, describe } from 'vitest';
import { openDatabase, type Database, type DatabaseSettings } from '../../src/lib/server/database/connect.ts';

/** The PostgreSQL that tests make their databases in; they touch no other database of it. */
export const postgres = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';

export const hasPostgres = await answers();

if (!hasPostgres && process.env.CI)
	throw new Error(`No PostgreSQL answers at ${postgres}: CI must not pass without one. Set TEST_DATABASE_URL.`);

async function answers(): Promise<boolean> {
	try {
		await asOwner((client) => client.query('select 1'));
		return true;
	} catch {
		return false;
	}
}

async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
	const client = new pg.Client({ connectionString: postgres, connectionTimeoutMillis: 2000 });
	try {
		await client.connect();
		return await work(client);
	} finally {
		await client.end();
	}
}

export interface Place {
	settings: DatabaseSettings;
	remove(): Promise<void>;
}

/** A fresh, empty database in the PostgreSQL; several processes may open its `settings.url`. */
export async function placeInPostgres(): Promise<Place & { settings: { url: string } }> {
	const name = `kandong_test_${randomBytes(6).toString('hex')}`;
	await asOwner((client) => client.query(`create database ${name}`));
	const url = new URL(postgres);
	url.pathname = `/${name}`;
	return {
		settings: { url: url.href },
		remove: async () => {
			await asOwner((client) => client.query(`drop database ${name} with (force)`));
		}
	};
}

/** A fresh, empty data folder for the embedded database. */
export async function placeInFolder(): Promise<Place & { settings: { folder: string } }> {
	const folder = await mkdtemp(join(tmpdir(), 'kandong-'));
	return { settings: { folder }, remove: () => rm(folder, { recursive: true, force: true }) };
}

const kinds = [
	{ kind: 'embedded', place: (): Promise<Place> => Promise.resolve({ settings: {}, remove: () => Promise.resolve() }) },
	{ kind: 'PostgreSQL', place: placeInPostgres }
];

/**
 * The same tests on both databases, each with a fresh one of its own, migrated and open.
 * Without a PostgreSQL its half counts as skipped.
 * @param tests gets a function that gives the database once tests run
 */
export function onBothDatabases(name: string, tests: (database: () => Database) => void): void {
	for (const { kind, place } of kinds) {
		describe.skipIf(kind === 'PostgreSQL' && !hasPostgres)(`${name} (${kind})`, () => {
			let opened: { place: Place; database: Database } | undefined;
			beforeAll(async () => {
				const fresh = await place();
				opened = { place: fresh, database: await openDatabase(fresh.settings) };
			}, 60_000);
			afterAll(async () => {
				await opened?.database.close();
				await opened?.place.remove();
			}, 60_000);
			tests(() => {
				if (!opened) throw new Error('The database is open only while tests run.');
				return opened.database;
			});
		});
	}
}
