import { Dexie, type Table } from 'dexie';
import type { Row, TableName } from './records.ts';

export const databaseName = 'kandong';

type Tables = { readonly [Name in TableName]: Table<Row<Name>, string> };

/**
 * The schema, with every version that was ever shipped, so that any of them can be upgraded. A new version only adds:
 * after a rollback, Dexie opens a newer database with older code (https://github.com/dexie/Dexie.js/issues/2097).
 */
export class Database extends Dexie implements Tables {
	declare readonly follows: Tables['follows'];
	declare readonly reading: Tables['reading'];
	declare readonly inbox: Tables['inbox'];
	declare readonly editions: Tables['editions'];
	declare readonly settings: Tables['settings'];
	declare readonly push: Tables['push'];
	declare readonly reports: Tables['reports'];

	constructor(indexedDB: IDBFactory) {
		super(databaseName, {
			indexedDB,
			// Who opens it, when, and again after what, is decided in device.ts.
			autoOpen: false,
			// Answers come from the disk alone: Dexie's cache runs ahead of writes that may fail yet.
			cache: 'disabled'
		});

		this.version(1).stores({
			follows: 'topic', // one row for a topic: following twice changes nothing
			reading: 'card', // the last reading of each card
			inbox: 'update', // few enough to be read whole: the unread ones need no index
			settings: 'key'
		});
		this.version(2).stores({
			editions: 'version' // holds at most one: the baseline
		});
		this.version(3).stores({
			push: 'key' // holds at most one: the outbox
		});
		this.version(4).stores({
			reports: 'id' // few: what this reader reported, and what of it waits to be sent
		});
	}
}
