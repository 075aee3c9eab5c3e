import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { at, edition, openTab } from './device-under-test.ts';

/** The schema as each version shipped it: frozen here, whatever becomes of the app's own. */
const shipped = {
	1: { follows: 'topic', reading: 'card', inbox: 'update', settings: 'key' },
	2: { follows: 'topic', reading: 'card', inbox: 'update', settings: 'key', editions: 'version' },
	3: { follows: 'topic', reading: 'card', inbox: 'update', settings: 'key', editions: 'version', push: 'key' },
	4: {
		follows: 'topic',
		reading: 'card',
		inbox: 'update',
		settings: 'key',
		editions: 'version',
		push: 'key',
		reports: 'id'
	}
};

const rows = {
	follows: [
		{ topic: 'air', since: at(1) },
		{ topic: 'jobs', since: at(0) }
	],
	reading: [{ card: 'jobs-new', version: 'v1', at: at(2) }],
	inbox: [
		{ update: 'u1', read: 1, at: at(3) },
		{ update: 'u2', read: 0, at: at(3), told: at(4) }
	],
	settings: [
		{ key: 'lastActive', value: at(4) },
		{ key: 'size', value: { text: 3 } }
	],
	editions: [edition('v1')],
	push: [{ key: 'push' as const, leaving: [{ id: 'a', secret: 'b' }] }],
	reports: [{ id: 'r1', figure: 'jobs-2020', at: at(5), state: 'sent' as const }]
};

test.each([1, 2, 3, 4] as const)('a database of version %i keeps all its rows', async (version) => {
	const indexedDB = new IDBFactory();
	const old = new Dexie('kandong', { indexedDB });
	old.version(version).stores(shipped[version]);
	const tables = Object.keys(shipped[version]) as (keyof typeof rows)[];
	for (const table of tables) await old.table(table).bulkAdd(rows[table]);
	old.close();

	const device = await openTab({ indexedDB });
	expect(device.fault).toBeUndefined();
	expect(await device.read()).toEqual({
		...rows,
		...(version < 2 && { editions: [] }),
		...(version < 3 && { push: [] }),
		...(version < 4 && { reports: [] })
	});

	expect(await device.visit(at(60), edition('v9'))).toEqual({ lastVisit: at(4) });
	expect((await device.read()).editions).toEqual([edition(version === 1 ? 'v9' : 'v1')]);
});
