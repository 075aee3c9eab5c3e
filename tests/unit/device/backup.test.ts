import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, test, vi } from 'vitest';
import { BackupError } from '../../../src/lib/device/backup.ts';
import type { Device } from '../../../src/lib/device/device.ts';
import { emptyState } from '../../../src/lib/device/records.ts';
import { at, edition, openTab, topicsOf } from './device-under-test.ts';
import { openRaw } from './raw.ts';

async function fill(device: Device): Promise<void> {
	await device.follow('jobs', at(0));
	await device.follow('air', at(1));
	await device.readCard('jobs-new', 'v1', at(2), ['u1']);
	await device.receive([{ id: 'u2' }], at(3), { told: true });
	await device.visit(at(4), edition('v1'));
	await device.setSetting('look', { size: 2, dark: null, fonts: ['a'] });
}

test('what was exported and deleted comes back by import, through a file', async () => {
	const device = await openTab();
	await fill(device);
	const before = await device.read();
	const file = JSON.stringify(await device.exportAll());
	expect(JSON.parse(file)).toMatchObject({ app: 'kandong', format: 1 });

	expect(await device.deleteAll()).toBe(true);
	expect(await device.read()).toEqual(emptyState);
	await device.importAll(JSON.parse(file));
	expect(await device.read()).toEqual(before);
});

test('an import takes the place of what was there', async () => {
	const device = await openTab();
	await device.follow('jobs', at(0));
	const backup = await device.exportAll();
	await device.unfollow('jobs');
	await device.follow('air', at(1));
	await device.importAll(backup);
	expect(topicsOf(await device.read())).toEqual(['jobs']);
});

describe('deleting everything', () => {
	test('leaves no database behind, though somebody goes on looking', async () => {
		const indexedDB = new IDBFactory();
		const device = await openTab({ indexedDB });
		await fill(device);
		device.subscribe(() => undefined);
		await device.deleteAll();
		await device.read();
		expect(await indexedDB.databases()).toEqual([]);
	});

	test('is seen by a second tab, and both begin anew', async () => {
		const indexedDB = new IDBFactory();
		const [one, two] = [await openTab({ indexedDB }), await openTab({ indexedDB })];
		await fill(one);
		const heard: string[][] = [];
		two.subscribe((state) => heard.push(topicsOf(state)));
		await vi.waitFor(() => expect(heard).toEqual([['air', 'jobs']]));
		await one.deleteAll();
		await vi.waitFor(() => expect(heard.at(-1)).toEqual([]));
		expect([one.fault, two.fault]).toEqual([undefined, undefined]);

		await two.follow('roads', at(9));
		expect(topicsOf(await one.read())).toEqual(['roads']);
		await one.follow('air', at(9));
		await vi.waitFor(() => expect(heard.at(-1)).toEqual(['air', 'roads']));
	});

	test('empties what another tab does not let go of', async () => {
		const indexedDB = new IDBFactory();
		const device = await openTab({ indexedDB, patience: 200 });
		await fill(device);
		const stubborn = await openRaw(indexedDB, 40, () => undefined);
		expect(await device.deleteAll()).toBe(true);
		const rows = await new Promise((resolve) => {
			const request = stubborn.transaction('follows').objectStore('follows').getAllKeys();
			request.onsuccess = () => resolve(request.result);
		});
		expect(rows).toEqual([]);
		stubborn.close();
		await vi.waitFor(() => expect(device.fault).toBeUndefined());
		await device.follow('air', at(9));
		expect(await device.read()).toEqual({ ...emptyState, follows: [{ topic: 'air', since: at(9) }] });
	});

	test('says so when it is not certain', async () => {
		const indexedDB = new IDBFactory();
		const refuse = () => {
			throw new DOMException('', 'SecurityError');
		};
		indexedDB.open = refuse;
		indexedDB.deleteDatabase = refuse;
		expect(await (await openTab({ indexedDB })).deleteAll()).toBe(false);
	});
});

describe('a file that is no backup changes nothing', () => {
	const good = { app: 'kandong', format: 1, ...emptyState };
	const follow = { topic: 'air', since: at(0) };
	const baseline = edition('v1');

	test.each([
		['foreign', /foreign/, undefined],
		['foreign', /foreign/, null],
		['foreign', /foreign/, 'kandong'],
		['foreign', /foreign/, []],
		['foreign', /foreign/, {}],
		['foreign', /foreign/, { ...good, app: 'other' }],
		['foreign', /foreign/, { ...good, format: '1' }],
		['foreign', /foreign/, { ...good, format: 0 }],
		['newer', /newer/, { app: 'kandong', format: 2, everything: {} }],
		['damaged', /at follows/, { app: 'kandong', format: 1 }],
		['damaged', /at follows/, { ...good, follows: 'air' }],
		['damaged', /at follows\.1\.since/, { ...good, follows: [follow, { topic: 'jobs' }] }],
		['damaged', /at follows\.0\.topic/, { ...good, follows: [{ ...follow, topic: '' }] }],
		['damaged', /at follows\.0\.since/, { ...good, follows: [{ ...follow, since: 'today' }] }],
		['damaged', /at inbox\.0\.read/, { ...good, inbox: [{ update: 'u1', read: true, at: at(0) }] }],
		['damaged', /at inbox\.0\.told/, { ...good, inbox: [{ update: 'u1', read: 0, at: at(0), told: null }] }],
		['damaged', /at reading\.0\.card/, { ...good, reading: [{ card: 7, version: 'v1', at: at(0) }] }],
		['damaged', /at editions/, { ...good, editions: [baseline, { ...baseline, version: 'v2' }] }],
		['damaged', /at editions\.0\.figures\.a/, { ...good, editions: [{ ...baseline, figures: { a: '1' } }] }],
		['damaged', /at settings\.0\.value/, { ...good, settings: [{ key: 'size' }] }]
	])('%s: %s', async (fault, where, content) => {
		const device = await openTab();
		await device.follow('jobs', at(0));
		const before = await device.read();
		const refused = await device.importAll(content).catch((error: unknown) => error);
		expect(refused).toBeInstanceOf(BackupError);
		expect(refused).toMatchObject({ fault, message: expect.stringMatching(where) as string });
		expect(await device.read()).toEqual(before);
	});

	test('but one with fields of its own, or a row twice, is read', async () => {
		const device = await openTab();
		const since = at(5);
		await device.importAll({
			...good,
			more: 1,
			follows: [
				{ ...follow, colour: 'red' },
				{ ...follow, since }
			]
		});
		expect((await device.read()).follows).toEqual([{ topic: 'air', since }]);
	});
});
