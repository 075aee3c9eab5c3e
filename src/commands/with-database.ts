import process from 'node:process';
import { openDatabase, type Database } from '../lib/server/database/connect.ts';
import { EnvironmentReader, readServerSettings, type ServerSettings } from '../lib/server/settings.js';

/**
 * Work of the editor's on the database that the environment names. The embedded one belongs to one process: the server
 * must be stopped.
 * @returns the exit code
 */
export async function withDatabase(
	work: (database: Database, settings: ServerSettings) => Promise<number | undefined>
): Promise<number> {
	const reader = new EnvironmentReader(process.env);
	const settings = readServerSettings(reader);
	reader.done();
	const database = await openDatabase({ url: settings.databaseUrl, folder: settings.folder }).catch(
		(error: unknown) => {
			throw new Error(`The database can’t be opened. ${reasonOf(error)}`, { cause: error });
		}
	);
	try {
		return (await work(database, settings)) ?? 0;
	} finally {
		await database.close();
	}
}

/** Of a connection that several addresses refuse there is only a code. */
function reasonOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	return error.message || ('code' in error ? String(error.code) : error.name);
}
