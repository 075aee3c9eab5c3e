import { IDBFactory, IDBObjectStore, forceCloseDatabase } from 'fake-indexeddb';
import { describe, expect, test, vi } from 'vitest';
import { openDevice } from '../../../src/lib/device/device.ts';
import type { Fault } from '../../../src/lib/device/fault.ts';
import { at, edition, failing, openTab, tampered, topicsOf } from './device-under-test.ts';
import { openRaw } from './raw.ts';

const lost = () =>
	new DOMException('Connection to Indexed Database server lost. Refresh the page to try again', 'UnknownError');
const full = () => new DOMException('No room left.', 'QuotaExceededError');

describe('without a database, the device works for this visit', () => {
	const throwing = (name: string) =>
		tampered(new IDBFactory(), {
			open() {
				throw new DOMException('', name);
			}
		});

	test.each([
		['missing', 'there is no IndexedDB', undefined],
		['blocked', 'opening is refused', throwing('SecurityError')],
		['blocked', 'a private window forbids it', throwing('InvalidStateError')],
		['newer', 'the database is a newer app’s', throwing('VersionError')],
		['lost', 'opening fails within the browser', throwing('UnknownError')],
		['full', 'there is no room for a database', throwing('QuotaExceededError')]
	])('%s: %s', async (fault, _, indexedDB) => {
		vi.spyOn(console, 'warn').mockReturnValue();
		const heard: (Fault | undefined)[] = [];
		const device = await openDevice({ ...(indexedDB && { indexedDB }), onFault: (fault) => heard.push(fault) });
		expect([device.fault, heard]).toEqual([fault, [fault]]);

		const states: string[][] = [];
		device.subscribe((state) => states.push(topicsOf(state)));
		await device.follow('jobs', at(0));
		await device.setSetting('size', 2);
		await device.visit(at(0), edition('v1'));
		expect(await device.visit(at(60), edition('v1'))).toEqual({ lastVisit: at(0) });
		expect(await device.setting('size')).toBe(2);
		expect(states.at(-1)).toEqual(['jobs']);

		const backup = await device.exportAll();
		await device.deleteAll();
		expect(topicsOf(await device.read())).toEqual([]);
		await device.importAll(backup);
		expect(topicsOf(await device.read())).toEqual(['jobs']);
		expect(device.fault).toBe(fault);
		await device.close();
	});

	test('where even looking at indexedDB throws', async () => {
		vi.stubGlobal('indexedDB', undefined);
		Object.defineProperty(globalThis, 'indexedDB', {
			configurable: true,
			get: () => {
				throw new DOMException('', 'SecurityError');
			}
		});
		const device = await openDevice();
		vi.unstubAllGlobals();
		expect(device.fault).toBe('blocked');
		await device.close();
	});

	test('where opening is never answered, and it is stored when the answer comes after all', async () => {
		const factory = new IDBFactory();
		let answer: (() => void) | undefined;
		const silent = tampered(factory, {
			open(name, version) {
				const request = new EventTarget() as IDBOpenDBRequest;
				answer = () => {
					const real = factory.open(name, version);
					for (const event of ['onsuccess', 'onerror', 'onupgradeneeded', 'onblocked'] as const) {
						real[event] = (given) => {
							for (const field of ['result', 'transaction', 'error'] as const) {
								Object.defineProperty(request, field, {
									configurable: true,
									get: () => Reflect.get(real, field) as unknown
								});
							}
							const listener = request[event] as ((event: Event) => void) | null;
							listener?.(given);
						};
					}
				};
				return request;
			}
		});
		const device = await openTab({ indexedDB: silent, patience: 500 });
		expect(device.fault).toBe('lost');
		await device.follow('jobs', at(0));
		answer?.();
		await vi.waitFor(() => expect(device.fault).toBeUndefined());
		expect(topicsOf(await (await openTab({ indexedDB: factory })).read())).toEqual(['jobs']);
	});
});

describe('a lost connection', () => {
	test('is made again once, and nobody notices', async () => {
		const indexedDB = new IDBFactory();
		const device = await openTab({ indexedDB });
		await device.follow('jobs', at(0));
		failing(IDBObjectStore.prototype, 'getAll', lost, 1);
		await device.follow('air', at(1));
		expect(device.fault).toBeUndefined();
		expect(topicsOf(await (await openTab({ indexedDB })).read())).toEqual(['air', 'jobs']);
	});

	test('is made again after the browser closed it', async () => {
		const indexedDB = new IDBFactory();
		let connection: IDBDatabase | undefined;
		const watched = tampered(indexedDB, {
			open(name, version) {
				const request = indexedDB.open(name, version);
				request.addEventListener('success', () => (connection = request.result));
				return request;
			}
		});
		const device = await openTab({ indexedDB: watched });
		await device.follow('jobs', at(0));
		forceCloseDatabase(connection as never);
		await device.follow('air', at(1));
		expect(device.fault).toBeUndefined();
		expect(topicsOf(await (await openTab({ indexedDB })).read())).toEqual(['air', 'jobs']);
	});

	test('that is lost again leaves the visit in memory, with all that was known, until it is tried again', async () => {
		const indexedDB = new IDBFactory();
		const device = await openTab({ indexedDB });
		await device.follow('jobs', at(0));
		const mend = failing(IDBObjectStore.prototype, 'getAll', lost);
		await device.follow('air', at(1));
		expect(device.fault).toBe('lost');
		expect(topicsOf(await device.read())).toEqual(['air', 'jobs']);
		await device.unfollow('jobs');
		mend();
		await device.retry();
		expect(device.fault).toBeUndefined();
		expect(topicsOf(await (await openTab({ indexedDB })).read())).toEqual(['air']);
	});

	test('that never answers counts as lost', async () => {
		const device = await openTab({ patience: 300 });
		await device.follow('jobs', at(0));
		const original = Reflect.get(IDBObjectStore.prototype, 'getAll') as unknown;
		Reflect.set(IDBObjectStore.prototype, 'getAll', () => new EventTarget());
		const state = await device.read();
		Reflect.set(IDBObjectStore.prototype, 'getAll', original);
		expect([topicsOf(state), device.fault]).toEqual([['jobs'], 'lost']);
	});
});

describe('a full disk', () => {
	test('keeps what is new for this visit, and stores it once there is room', async () => {
		const indexedDB = new IDBFactory();
		const heard: (Fault | undefined)[] = [];
		const device = await openTab({ indexedDB, onFault: (fault) => heard.push(fault) });
		await device.follow('jobs', at(0));
		const mend = failing(IDBObjectStore.prototype, 'put', full);
		await device.follow('air', at(1));
		await device.unfollow('jobs');
		expect(topicsOf(await device.read())).toEqual(['air']);
		expect(device.fault).toBe('full');

		const other = await openTab({ indexedDB });
		expect(topicsOf(await other.read())).toEqual(['jobs']);
		mend();
		await device.setSetting('size', 2);
		expect(topicsOf(await other.read())).toEqual(['air']);
		expect(heard).toEqual(['full', undefined]);
	});

	test('may show itself only when the transaction ends', async () => {
		const device = await openTab();
		const real = Reflect.get(IDBObjectStore.prototype, 'put') as (
			this: IDBObjectStore,
			...given: unknown[]
		) => IDBRequest;
		Reflect.set(IDBObjectStore.prototype, 'put', function (this: IDBObjectStore, ...given: unknown[]) {
			const request = real.apply(this, given);
			const transaction = this.transaction as unknown as { _abort(name: string): void };
			request.addEventListener('success', () => transaction._abort('QuotaExceededError'));
			return request;
		});
		await device.follow('air', at(1));
		Reflect.set(IDBObjectStore.prototype, 'put', real);
		expect(device.fault).toBe('full');
		expect(topicsOf(await device.read())).toEqual(['air']);
	});
});

describe('a newer app’s database', () => {
	test('is used as it is after a rollback: it has only more', async () => {
		const indexedDB = new IDBFactory();
		const newer = await openRaw(indexedDB, 70, (database) => {
			for (const [store, keyPath] of Object.entries({ follows: 'topic', reading: 'card', inbox: 'update' })) {
				database.createObjectStore(store, { keyPath });
			}
			database.createObjectStore('settings', { keyPath: 'key' });
			database.createObjectStore('editions', { keyPath: 'version' });
			database.createObjectStore('push', { keyPath: 'key' });
			database.createObjectStore('reports', { keyPath: 'id' });
			database.createObjectStore('notes', { keyPath: 'id' }).put({ id: 1 });
		});
		newer
			.transaction('inbox', 'readwrite')
			.objectStore('inbox')
			.put({ update: 'u1', read: 0, at: at(0), starred: true });
		newer.close();

		const device = await openTab({ indexedDB });
		await device.follow('jobs', at(0));
		await device.readCard('jobs-new', 'v1', at(1), ['u1']);
		expect(device.fault).toBeUndefined();
		expect((await device.read()).inbox).toEqual([{ update: 'u1', read: 1, at: at(0), starred: true }]);
		await device.close();
		expect(await indexedDB.databases()).toEqual([{ name: 'kandong', version: 70 }]);
	});
});

describe('an upgrade', () => {
	test('that another tab blocks is waited for in memory, and then nothing is lost', async () => {
		const indexedDB = new IDBFactory();
		const stubborn = await openRaw(indexedDB, 10, (database) => {
			database.createObjectStore('follows', { keyPath: 'topic' }).put({ topic: 'jobs', since: at(0) });
		});
		const heard: (Fault | undefined)[] = [];
		const device = await openTab({ indexedDB, onFault: (fault) => heard.push(fault) });
		expect(device.fault).toBe('waiting');
		await device.follow('air', at(1));
		expect(topicsOf(await device.read())).toEqual(['air']);

		const states: string[][] = [];
		device.subscribe((state) => states.push(topicsOf(state)));
		stubborn.close();
		await vi.waitFor(() => expect(device.fault).toBeUndefined());
		await vi.waitFor(() => expect(states.at(-1)).toEqual(['air', 'jobs']));
		expect(heard).toEqual(['waiting', undefined]);
		expect(topicsOf(await (await openTab({ indexedDB })).read())).toEqual(['air', 'jobs']);
	});

	test('by a newer app’s tab is let through, told of, and written to afterwards', async () => {
		const indexedDB = new IDBFactory();
		const outdated = vi.fn();
		const device = await openTab({ indexedDB, onOutdated: outdated });
		await device.follow('jobs', at(0));
		const upgrading = openRaw(indexedDB, 70, (database) => database.createObjectStore('notes', { keyPath: 'id' }));
		const writing = [device.follow('air', at(1)), device.follow('roads', at(1))];
		const newer = await upgrading;
		await Promise.all([...writing, device.follow('schools', at(2))]);
		expect(outdated).toHaveBeenCalledOnce();
		expect(device.fault).toBeUndefined();
		const rows = await new Promise((resolve) => {
			const request = newer.transaction('follows').objectStore('follows').getAllKeys();
			request.onsuccess = () => resolve(request.result);
		});
		newer.close();
		expect(rows).toEqual(['air', 'jobs', 'roads', 'schools']);
	});
});
