import { Dexie } from 'dexie';
import { readBackup, toBackup, type Backup } from './backup.ts';
import * as changes from './changes.ts';
import { Connection, type Outcome } from './connection.ts';
import type { Database } from './database.ts';
import { readAll, storeAll } from './disk.ts';
import { type Fault, faultOf } from './fault.ts';
import {
	emptyState,
	inKeyOrder,
	type DeviceState,
	type EditionRecord,
	type Json,
	type PushRecord,
	type ReportRecord
} from './records.ts';

type Listener = (state: DeviceState) => void;

export interface DeviceOptions {
	/** Instead of the global one. */
	indexedDB?: IDBFactory;
	/** Called whenever what can't be remembered changes; without a fault when all is well again. */
	onFault?: (fault: Fault | undefined) => void;
	/** Another tab runs a newer app: offer to reload this one. It goes on working, and loses nothing. */
	onOutdated?: () => void;
	/** Milliseconds that IndexedDB may take for an answer. */
	patience?: number;
}

/** Opens what this device keeps. Never rejects: without a database it works for this visit, and `fault` says why. */
export async function openDevice(options: DeviceOptions = {}): Promise<Device> {
	const device = new Device(options);
	await device.read();
	return device;
}

/**
 * What this reader did and follows. All tabs and the service worker share it. Verbs do not reject: a change that can't
 * be stored is kept in memory, and stored with the next one that can.
 */
export class Device {
	readonly #options: DeviceOptions;
	readonly #connection: Connection | undefined;
	/** Each with what it was told last, as text. */
	readonly #listeners = new Map<Listener, string | undefined>();
	/** The end of the last task: they run one after the other. */
	#turn: Promise<unknown> = Promise.resolve();
	/** What the disk held when it was last read. */
	#stored = emptyState;
	/** What it does not hold yet, in order. */
	#pending: changes.Change[] = [];
	/** Deleted, and not written by this tab since: reading must not create it again. */
	#erased = false;
	/** The disk is not asked any more, until `retry`. */
	#inMemory = false;
	#fault: Fault | undefined;

	constructor(options: DeviceOptions) {
		this.#options = options;
		const found = factoryOf(options);
		if ('fault' in found) this.#fault = found.fault;
		else {
			this.#connection = new Connection(found.value, options.patience ?? 4000, {
				onUpgrade: () => options.onOutdated?.(),
				onDelete: () => void this.#inTurn(() => this.#forget()),
				onLate: () => void this.retry()
			});
		}
		if (this.#fault) options.onFault?.(this.#fault);
		Dexie.on.storagemutated.subscribe(this.#onMutation);
	}

	/** Why not everything is remembered, if so. */
	get fault(): Fault | undefined {
		return this.#fault;
	}

	read(): Promise<DeviceState> {
		return this.#inTurn(() => this.#look());
	}

	/** Calls the listener with the state now, and after every change in this tab, another one or the worker. */
	subscribe(listener: Listener): () => void {
		this.#listeners.set(listener, undefined);
		void this.#inTurn(async () => {
			this.#publish(await this.#look());
		});
		return () => this.#listeners.delete(listener);
	}

	async follow(topic: string, at: string): Promise<void> {
		await this.#change(changes.follow(topic, at));
	}

	async unfollow(topic: string): Promise<void> {
		await this.#change(changes.unfollow(topic));
	}

	/** @param updates those that the card shows: with the card, they are read. */
	async readCard(card: string, version: string, at: string, updates: readonly string[] = []): Promise<void> {
		await this.#change(changes.readCard(card, version, at, [...updates]));
	}

	/** Adds updates to the inbox, unread; `told` when a push message shows them now. */
	async receive(updates: readonly { id: string }[], at: string, { told = false } = {}): Promise<void> {
		const ids = updates.map(({ id }) => id);
		await this.#change(changes.receive(ids, at, told));
	}

	/** 标为已读: these updates are read, and the next comparison begins at this edition. */
	async markRead(updates: readonly string[], baseline: EditionRecord): Promise<void> {
		await this.#change(changes.markRead([...updates], plain(baseline)));
	}

	/** The reader is here; `lastVisit` is when the visit before this one ended. */
	async visit(now: string, baselineIfNone: EditionRecord): Promise<{ lastVisit?: string }> {
		const lastVisit = changes.lastVisitOf(await this.#change(changes.visit(now, plain(baselineIfNone))));
		return lastVisit === undefined ? {} : { lastVisit };
	}

	async setting(key: string): Promise<Json | undefined> {
		return changes.settingOf(await this.read(), key);
	}

	async setSetting(key: string, value: Json): Promise<void> {
		await this.#change(changes.setSetting(key, plain(value)));
	}

	async clearSetting(key: string): Promise<void> {
		await this.#change(changes.clearSetting(key));
	}

	/** Changes the outbox of push; the change may be made twice, on what the disk holds by then. */
	async changePush(
		change: (record: PushRecord | undefined) => PushRecord | undefined
	): Promise<PushRecord | undefined> {
		const state = await this.#change((state) => {
			const record = change(state.push[0]);
			return { ...state, push: record ? [record] : [] };
		});
		return state.push[0];
	}

	/** Changes what was reported; the change may be made twice, on what the disk holds by then. */
	async changeReports(
		change: (reports: readonly ReportRecord[]) => readonly ReportRecord[]
	): Promise<readonly ReportRecord[]> {
		const state = await this.#change((state) => ({
			...state,
			reports: inKeyOrder('reports', [...change(state.reports)])
		}));
		return state.reports;
	}

	async exportAll(): Promise<Backup> {
		return toBackup(await this.read());
	}

	/**
	 * Puts a backup in the place of all that the device holds.
	 * @throws {BackupError} when it is none, and then nothing has changed.
	 */
	async importAll(backup: unknown): Promise<void> {
		const state = readBackup(backup);
		await this.#change(({ push, reports }) => ({ ...state, push, reports }));
	}

	/**
	 * Forgets everything, here and in all tabs.
	 * @returns whether that is certain: where the database can't be reached, only the browser's settings can delete it.
	 */
	deleteAll(): Promise<boolean> {
		return this.#inTurn(async () => {
			const erased = this.#connection ? await this.#connection.erase() : true;
			await this.#forget();
			if (erased && this.#fault === 'full') this.#setFault(undefined);
			return erased;
		});
	}

	/** Tries the disk again, for example when the reader comes back to the app. */
	retry(): Promise<void> {
		return this.#inTurn(async () => {
			if (!this.#connection || this.#fault === undefined) return;
			this.#inMemory = false;
			await this.#store();
			this.#publish(await this.#look());
		});
	}

	/** Lets go of the database; the device is not to be used afterwards. */
	async close(): Promise<void> {
		Dexie.on.storagemutated.unsubscribe(this.#onMutation);
		this.#listeners.clear();
		await this.#inTurn(() => Promise.resolve(this.#connection?.close()));
	}

	#change(change: changes.Change): Promise<DeviceState> {
		return this.#inTurn(async () => {
			this.#pending.push(change);
			this.#erased = false;
			await this.#store();
			const state = this.#view();
			this.#publish(state);
			return state;
		});
	}

	/** Writes what is pending, if the disk is there. */
	async #store(): Promise<void> {
		const pending = this.#pending;
		if (pending.length === 0) return;
		const stored = await this.#disk((database) => storeAll(database, pending));
		if (!stored) return;
		this.#stored = stored;
		this.#pending = [];
		this.#setFault(undefined);
	}

	async #look(): Promise<DeviceState> {
		if (this.#erased && !(await this.#connection?.exists())) return this.#view();
		const stored = await this.#disk(readAll);
		if (stored) this.#stored = stored;
		return this.#view();
	}

	#view(): DeviceState {
		return this.#pending.reduce((state, change) => change(state), this.#stored);
	}

	/** After a fault other than a full disk, the visit goes on in memory. */
	async #disk(work: (database: Database) => Promise<DeviceState>): Promise<DeviceState | undefined> {
		if (!this.#connection || this.#inMemory) return undefined;
		const outcome = await this.#connection.use(work);
		if ('fault' in outcome) {
			this.#inMemory = outcome.fault !== 'full';
			this.#setFault(outcome.fault);
			return undefined;
		}
		// That it can be read does not mean that there is room again.
		if (this.#fault !== 'full') this.#setFault(undefined);
		return outcome.value;
	}

	#setFault(fault: Fault | undefined): void {
		if (fault === this.#fault) return;
		this.#fault = fault;
		this.#options.onFault?.(fault);
	}

	async #forget(): Promise<void> {
		this.#stored = emptyState;
		this.#pending = [];
		this.#erased = true;
		this.#publish(await this.#look());
	}

	readonly #onMutation = (): void => {
		// The event comes from inside the transaction that ends.
		Dexie.ignoreTransaction(() => void this.#inTurn(async () => this.#publish(await this.#look())));
	};

	#publish(state: DeviceState): void {
		const text = JSON.stringify(state);
		for (const [listener, told] of this.#listeners) {
			if (told === text) continue;
			this.#listeners.set(listener, text);
			tell(listener, state);
		}
	}

	#inTurn<T>(task: () => Promise<T>): Promise<T> {
		const result = this.#turn.then(task);
		this.#turn = result.catch(() => undefined);
		return result;
	}
}

/** `indexedDB` may be absent, null, or throw when it is looked at. */
function factoryOf(options: DeviceOptions): Outcome<IDBFactory> {
	try {
		const factory = options.indexedDB ?? (globalThis as { indexedDB?: IDBFactory | null }).indexedDB;
		return factory ? { value: factory } : { fault: 'missing' };
	} catch (error) {
		return { fault: faultOf(error) };
	}
}

/** A listener's mistake must not undo what was stored: it is thrown where nobody waits. */
function tell(listener: Listener, state: DeviceState): void {
	try {
		listener(state);
	} catch (error) {
		queueMicrotask(() => {
			throw error;
		});
	}
}

/** A copy that IndexedDB can hold: it refuses the proxies that runes make. */
function plain<T>(value: T): T {
	return JSON.parse(JSON.stringify(value)) as T;
}
