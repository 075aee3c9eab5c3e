import { sql } from 'kysely';
import { openDatabase, type Database, type DatabaseSettings } from './database/connect.ts';
import { FolderInUse } from './database/folder-lock.ts';
import { KeysProblem } from './push/key-file.ts';

/** How long the start waits for a database elsewhere before pages are served without it. */
const patience = 2000;
const retryEvery = 5000;
const answerWithin = 3000;

/**
 * The database as the server has it: not yet, now, or not at the moment. Pages are served without one, so a database that
 * can't be reached is tried again and again; what no trying can mend ends the start.
 */
export class Connection {
	readonly #settings: DatabaseSettings;
	readonly #opened: (database: Database) => Promise<void>;
	#database: Database | undefined;
	#retry: NodeJS.Timeout | undefined;
	#closing = false;

	/** @param opened what has to be done with it before anybody uses it */
	constructor(settings: DatabaseSettings, opened: (database: Database) => Promise<void>) {
		this.#settings = settings;
		this.#opened = opened;
	}

	/** @throws {FolderInUse | KeysProblem} */
	async start(): Promise<void> {
		const first = this.#try();
		// The embedded one is a matter of milliseconds; another one may take as long as a network takes to say nothing.
		await (this.#settings.url === undefined ? first : Promise.race([first, wait(patience)]));
		first.catch((error: unknown) => this.#report(error));
	}

	/** undefined while there is none. */
	get database(): Database | undefined {
		return this.#database;
	}

	async answers(): Promise<boolean> {
		const { kysely } = this.#database ?? {};
		if (!kysely) return false;
		const asked = sql`select 1`.execute(kysely).then(
			() => true,
			() => false
		);
		return Promise.race([asked, wait(answerWithin).then(() => false)]);
	}

	async close(): Promise<void> {
		this.#closing = true;
		clearTimeout(this.#retry);
		await this.#database?.close();
		this.#database = undefined;
	}

	async #try(): Promise<void> {
		try {
			const database = await openDatabase(this.#settings);
			try {
				await this.#opened(database);
			} catch (error) {
				await database.close();
				throw error;
			}
			this.#database = database;
			if (this.#closing) await this.close();
		} catch (error) {
			if (error instanceof FolderInUse || error instanceof KeysProblem) throw error;
			this.#report(error);
			if (this.#closing) return;
			this.#retry = setTimeout(
				() => void this.#try().catch((later: unknown) => this.#report(later)),
				retryEvery
			).unref();
		}
	}

	#report(error: unknown): void {
		const reason = error instanceof Error ? ('code' in error ? String(error.code) : error.message) : String(error);
		console.error(`There is no database: ${reason}. Pages are served without notifications; trying again.`);
	}
}

function wait(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
