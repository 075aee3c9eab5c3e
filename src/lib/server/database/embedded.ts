import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, PGliteDialect } from 'kysely';
import type { Database } from './database.ts';
import { lockFolder } from './folder-lock.ts';
import type { Schema } from './schema.ts';

/** PostgreSQL's number of a type whose values both databases give alike. */
const dateType = 1082;

/**
 * Opens the PostgreSQL inside this process.
 * @param folder the data folder, made and closed to others where needed; undefined: in memory
 * @throws {FolderInUse}
 */
export async function openEmbedded(folder: string | undefined): Promise<Database> {
	const unlock = folder === undefined ? () => undefined : await claim(folder);
	try {
		// Loaded only here: a server with a PostgreSQL of its own does without 20 MB of WebAssembly.
		const [{ PGlite }, { fromPglite }] = await Promise.all([import('@electric-sql/pglite'), import('pg-boss')]);
		const pglite = await PGlite.create({
			...(folder === undefined ? {} : { dataDir: join(folder, 'database') }),
			parsers: { [dateType]: (day: string) => day },
			// Half the memory of the default, and plenty for what one process does.
			startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB']
		});
		return {
			kysely: new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }) }),
			kind: 'embedded',
			boss: { db: fromPglite(pglite), backend: 'pglite' },
			// There is only the one, and it lives as long as the process.
			connect: () =>
				Promise.resolve({
					query: async <Row>(statement: string) => (await pglite.query<Row>(statement)).rows,
					ended: new Promise<void>(() => undefined),
					close: () => Promise.resolve()
				}),
			async close() {
				await pglite.close();
				unlock();
			}
		};
	} catch (error) {
		unlock();
		throw error;
	}
}

async function claim(folder: string): Promise<() => void> {
	await mkdir(folder, { recursive: true, mode: 0o700 });
	// Also where it was there already: it holds keys and who follows what.
	await chmod(folder, 0o700);
	return lockFolder(folder);
}
