import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { onTestFinished } from 'vitest';
import { openDevice, type Device, type DeviceOptions } from '../../../src/lib/device/device.ts';
import type { DeviceState, EditionRecord } from '../../../src/lib/device/records.ts';

// Dexie looks for it in the global scope, where Node has none.
Dexie.dependencies.IDBKeyRange = IDBKeyRange;

/** A tab on a disk of its own, or on the given one; closed when the test ends. */
export async function openTab(options: DeviceOptions = {}): Promise<Device> {
	const device = await openDevice({ indexedDB: new IDBFactory(), ...options });
	onTestFinished(() => device.close());
	return device;
}

/** Minutes after nine on a morning in March, as ISO time. */
export function at(minutes: number): string {
	return new Date(Date.UTC(2026, 2, 2, 9, minutes)).toISOString();
}

export function edition(version: string, seenAt = at(0)): EditionRecord {
	return { version, date: '2026-03-01', figures: { 'output-2025': { zh: '6000亿元', en: '¥600 billion' } }, seenAt };
}

export function topicsOf({ follows }: DeviceState): string[] {
	return follows.map(({ topic }) => topic);
}

/** A factory that does something else in some of its methods. */
export function tampered(factory: IDBFactory, methods: Partial<IDBFactory>): IDBFactory {
	return new Proxy(factory, {
		get(target, name) {
			const value: unknown = Reflect.get({ ...methods }, name) ?? Reflect.get(target, name);
			return typeof value === 'function' ? (value.bind(target) as unknown) : value;
		}
	});
}

/** Makes the next `times` calls of a method fail, until it is mended or the test ends. */
export function failing(target: object, method: string, error: () => Error, times = Infinity): () => void {
	const original: unknown = Reflect.get(target, method);
	let left = times;
	const restore = () => void Reflect.set(target, method, original);
	Reflect.set(target, method, function (this: unknown, ...given: unknown[]): unknown {
		if (left-- > 0) throw error();
		return Reflect.apply(original as () => unknown, this, given) as unknown;
	});
	onTestFinished(restore);
	return restore;
}
