import { Database, databaseName } from './database.ts';
import { clearAll } from './disk.ts';
import { faultOf, NoAnswer, UpgradeBlocked, type Fault } from './fault.ts';

export interface ConnectionEvents {
	/** Another tab runs a newer app, and upgrades the database: this tab should be reloaded. */
	onUpgrade: () => void;
	/** Another tab deleted the database. */
	onDelete: () => void;
	/** An opening that was no longer waited for has come to its end. */
	onLate: () => void;
}

export type Outcome<T> = { value: T } | { fault: Fault };

/** One open database at a time: opened when it is needed, and once more when it was lost. */
export class Connection {
	readonly #indexedDB: IDBFactory;
	readonly #patience: number;
	readonly #events: ConnectionEvents;
	#database: Database | undefined;
	/** Still being opened, though nobody waits for it: another tab stands in the way. */
	#late: Database | undefined;

	/** @param patience milliseconds after which IndexedDB counts as silent: on iOS, a request may never be answered. */
	constructor(indexedDB: IDBFactory, patience: number, events: ConnectionEvents) {
		this.#indexedDB = indexedDB;
		this.#patience = patience;
		this.#events = events;
	}

	/** Does work that may be done twice, and never rejects: what failed is in the outcome. */
	async use<T>(work: (database: Database) => Promise<T>): Promise<Outcome<T>> {
		const first = await this.#attempt(work);
		// Asking again opens what was lost; it makes no room, and unlocks no door.
		if ('value' in first || first.fault === 'full' || !first.opened) return first;
		return this.#attempt(work);
	}

	/** Whether there is a database, without creating it; yes where the browser can't tell. */
	async exists(): Promise<boolean> {
		try {
			const databases = await this.#inTime(this.#indexedDB.databases());
			return databases.some(({ name }) => name === databaseName);
		} catch {
			return true;
		}
	}

	close(): void {
		const open = [this.#database, this.#late];
		this.#database = undefined;
		this.#late = undefined;
		for (const database of open) database?.close();
	}

	/**
	 * Empties the database, then deletes it; a tab that does not let go of it can delay only the second.
	 * @returns whether nothing is left in it.
	 */
	async erase(): Promise<boolean> {
		const emptied = await this.use(clearAll);
		this.close();
		const deleted = await this.#delete();
		return deleted || 'value' in emptied;
	}

	async #attempt<T>(
		work: (database: Database) => Promise<T>
	): Promise<{ value: T } | { fault: Fault; opened: boolean }> {
		let database;
		try {
			database = await this.#open();
			return { value: await this.#inTime(work(database)) };
		} catch (error) {
			const fault = faultOf(error);
			if (database && fault !== 'full') this.#drop(database);
			return { fault, opened: database !== undefined };
		}
	}

	async #open(): Promise<Database> {
		if (this.#database?.isOpen()) return this.#database;
		const database = this.#create();
		const blocked = new Promise<never>((_, reject) => {
			database.on('blocked', () => {
				reject(new UpgradeBlocked());
				// Dexie's own listener writes to the console.
				return false;
			});
		});
		const opening = Promise.resolve(database.open());
		try {
			await this.#inTime(Promise.race([opening, blocked]));
		} catch (error) {
			if (error instanceof UpgradeBlocked || error instanceof NoAnswer) this.#leaveOpening(database, opening);
			throw error;
		}
		this.#database = database;
		return database;
	}

	#create(): Database {
		const database = new Database(this.#indexedDB);
		database.on('versionchange', ({ newVersion }) => {
			// What stays open now blocks the other tab. Work under way is finished, or done again by `use`.
			const known = this.#database === database;
			this.#drop(database);
			if (known && newVersion === null) this.#events.onDelete();
			else if (known) this.#events.onUpgrade();
			return false;
		});
		return database;
	}

	#leaveOpening(database: Database, opening: Promise<unknown>): void {
		this.#late = database;
		const end = (opened: boolean) => {
			if (this.#late !== database) {
				database.close();
				return;
			}
			this.#late = undefined;
			if (opened) this.#database = database;
			this.#events.onLate();
		};
		void opening.then(
			() => end(true),
			() => end(false)
		);
	}

	#drop(database: Database): void {
		database.close();
		if (this.#database === database) this.#database = undefined;
	}

	async #delete(): Promise<boolean> {
		try {
			const database = this.#create();
			database.on('blocked', () => false);
			await this.#inTime(Promise.resolve(database.delete()));
			return true;
		} catch {
			// What could not be deleted was emptied, or else the caller is told.
			return false;
		}
	}

	async #inTime<T>(work: Promise<T>): Promise<T> {
		let timer: ReturnType<typeof setTimeout> | undefined;
		const silence = new Promise<never>((_, reject) => {
			timer = setTimeout(() => reject(new NoAnswer()), this.#patience);
		});
		try {
			return await Promise.race([work, silence]);
		} finally {
			clearTimeout(timer);
		}
	}
}
