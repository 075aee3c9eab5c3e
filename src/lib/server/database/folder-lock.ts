import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another process holds the data folder; the message says what to do. */
export class FolderInUse extends Error {
	constructor(folder: string) {
		super(
			`The data folder ${folder} is in use by another process: end that one, set DATA_DIR to another folder, ` +
				`or set DATABASE_URL to a PostgreSQL that several processes can share.`
		);
		this.name = 'FolderInUse';
	}
}

/**
 * Locks a folder for this process. The embedded database takes no lock itself, and two processes on one folder silently
 * lose rows. Node has no flock; SQLite's exclusive lock is the kernel's, works between containers that share the folder,
 * and is gone when the process is, however it died.
 * @returns what unlocks it
 * @throws {FolderInUse}
 */
export function lockFolder(folder: string): () => void {
	const file = new DatabaseSync(join(folder, 'lock'), { timeout: 0 });
	try {
		file.exec('BEGIN EXCLUSIVE');
	} catch (error) {
		file.close();
		const busy = error instanceof Error && 'errcode' in error && error.errcode === 5;
		throw busy ? new FolderInUse(folder) : error;
	}
	return () => file.close();
}
