import type { Database } from './database.ts';
import type { Change } from './changes.ts';
import { byKey, tableNames, type DeviceState, type Row, type TableName } from './records.ts';

/** Reads all tables at one moment. They are small: some hundred rows in all. */
export async function readAll(database: Database): Promise<DeviceState> {
	return database.transaction('r!', tableNames, () => readTables(database));
}

/** Makes changes on what the disk holds by now, all or none of them, and returns what it holds then. */
export async function storeAll(database: Database, changes: readonly Change[]): Promise<DeviceState> {
	return database.transaction('rw!', tableNames, async () => {
		const before = await readTables(database);
		const after = changes.reduce((state, change) => change(state), before);
		for (const table of tableNames) await storeTable(database, table, before[table], after[table]);
		return after;
	});
}

export async function clearAll(database: Database): Promise<void> {
	await database.transaction('rw!', tableNames, async () => {
		for (const table of tableNames) await database.table(table).clear();
	});
}

async function readTables(database: Database): Promise<DeviceState> {
	return {
		follows: await database.follows.toArray(),
		reading: await database.reading.toArray(),
		inbox: await database.inbox.toArray(),
		editions: await database.editions.toArray(),
		settings: await database.settings.toArray(),
		push: await database.push.toArray(),
		reports: await database.reports.toArray()
	};
}

async function storeTable<Table extends TableName>(
	database: Database,
	table: Table,
	before: DeviceState[Table],
	after: DeviceState[Table]
): Promise<void> {
	const old = byKey(table, before);
	const now = byKey(table, after);
	const gone = [...old.keys()].filter((key) => !now.has(key));
	// A change keeps the rows that it does not touch, as the objects they are.
	const changed = [...now].filter(([key, row]) => old.get(key) !== row).map(([, row]) => row);
	if (gone.length > 0) await database.table<Row<Table>, string>(table).bulkDelete(gone);
	if (changed.length > 0) await database.table<Row<Table>, string>(table).bulkPut(changed);
}
