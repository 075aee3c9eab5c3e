import type { Database, DatabaseSettings } from './database.ts';
import { openEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { openServer } from './server.ts';

export type { Database, DatabaseSettings } from './database.ts';

/**
 * Opens the database and brings it to the newest schema.
 * @throws {FolderInUse} when another process has the folder
 * @throws whatever the database says when it can't be reached or migrated; nothing stays open then
 */
export async function openDatabase({ url, folder }: DatabaseSettings): Promise<Database> {
	const database = url === undefined ? await openEmbedded(folder) : openServer(url);
	try {
		await migrate(database.kysely);
		return database;
	} catch (error) {
		await database.close();
		throw error;
	}
}
