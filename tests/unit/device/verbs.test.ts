import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { emptyState } from '../../../src/lib/device/records.ts';
import { at, edition, openTab, topicsOf } from './device-under-test.ts';

test('a new device holds nothing, and nothing is wrong with it', async () => {
	const device = await openTab();
	expect(await device.read()).toEqual(emptyState);
	expect(device.fault).toBeUndefined();
});

describe('following', () => {
	test('twice is following since the first time', async () => {
		const device = await openTab();
		await device.follow('jobs', at(0));
		await device.follow('jobs', at(9));
		expect((await device.read()).follows).toEqual([{ topic: 'jobs', since: at(0) }]);
	});

	test('ends with unfollowing, which may be done twice', async () => {
		const device = await openTab();
		await device.follow('jobs', at(0));
		await device.follow('air', at(0));
		await device.unfollow('jobs');
		await device.unfollow('jobs');
		expect(topicsOf(await device.read())).toEqual(['air']);
	});
});

describe('reading a card', () => {
	test('keeps the last version it was read in', async () => {
		const device = await openTab();
		await device.readCard('jobs-new', 'v1', at(0));
		await device.readCard('jobs-new', 'v2', at(5));
		expect((await device.read()).reading).toEqual([{ card: 'jobs-new', version: 'v2', at: at(5) }]);
	});

	test('reads the updates that it shows, known or not', async () => {
		const device = await openTab();
		await device.receive([{ id: 'u1' }, { id: 'u2' }], at(0), { told: true });
		await device.readCard('jobs-new', 'v1', at(5), ['u1', 'u3']);
		expect((await device.read()).inbox).toEqual([
			{ update: 'u1', read: 1, at: at(0), told: at(0) },
			{ update: 'u2', read: 0, at: at(0), told: at(0) },
			{ update: 'u3', read: 1, at: at(5) }
		]);
	});
});

describe('receiving updates', () => {
	test('again changes nothing, and never makes a read one unread', async () => {
		const device = await openTab();
		await device.receive([{ id: 'u1' }], at(0));
		await device.readCard('jobs-new', 'v1', at(1), ['u1']);
		await device.receive([{ id: 'u1' }, { id: 'u1' }], at(2));
		expect((await device.read()).inbox).toEqual([{ update: 'u1', read: 1, at: at(0) }]);
	});

	test('keeps when a push message showed one first', async () => {
		const device = await openTab();
		await device.receive([{ id: 'u1' }], at(0));
		await device.receive([{ id: 'u1' }], at(1), { told: true });
		await device.receive([{ id: 'u1' }], at(2), { told: true });
		expect((await device.read()).inbox).toEqual([{ update: 'u1', read: 0, at: at(0), told: at(1) }]);
	});
});

test('marking as read sets the baseline, and there is one only', async () => {
	const device = await openTab();
	await device.visit(at(0), edition('v1'));
	await device.receive([{ id: 'u1' }, { id: 'u2' }], at(1));
	await device.markRead(['u1'], edition('v2', at(2)));
	const { inbox, editions } = await device.read();
	expect(inbox.map(({ read }) => read)).toEqual([1, 0]);
	expect(editions).toEqual([edition('v2', at(2))]);
});

describe('a visit', () => {
	test('is the first one where there was none, and keeps its edition as the baseline', async () => {
		const device = await openTab();
		expect(await device.visit(at(0), edition('v1'))).toEqual({});
		await device.visit(at(60), edition('v2'));
		expect((await device.read()).editions).toEqual([edition('v1')]);
	});

	test.each([
		['goes on for 30 minutes after the last activity', [0, 30], undefined],
		['ends after that, when the reader was last here', [0, 20, 51], 20],
		['remembers the one before it for as long as it goes on', [0, 40, 60, 80], 0],
		['forgets the one before the last', [0, 40, 80], 40],
		['goes on when the clock is set back', [60, 50, 70], undefined],
		['does not lie in the future when the clock was set back', [500, 600, 10], 10]
	])('%s', async (_, minutes, last) => {
		const device = await openTab();
		const visits = [];
		for (const minute of minutes) visits.push(await device.visit(at(minute), edition('v1')));
		expect(visits.at(-1)).toEqual(last === undefined ? {} : { lastVisit: at(last) });
	});

	test('goes on while cards are read', async () => {
		const device = await openTab();
		await device.visit(at(0), edition('v1'));
		await device.readCard('jobs-new', 'v1', at(25));
		expect(await device.visit(at(50), edition('v1'))).toEqual({});
	});

	test('begins with a card read in a tab that was left open', async () => {
		const device = await openTab();
		await device.visit(at(0), edition('v1'));
		await device.readCard('jobs-new', 'v1', at(90));
		expect(await device.visit(at(91), edition('v1'))).toEqual({ lastVisit: at(0) });
	});
});

describe('a setting', () => {
	test('is any JSON, replaced or taken away', async () => {
		const device = await openTab();
		await device.setSetting('size', 2);
		await device.setSetting('size', { text: 3, deep: [true, null] });
		expect(await device.setting('size')).toEqual({ text: 3, deep: [true, null] });
		await device.clearSetting('size');
		expect(await device.setting('size')).toBeUndefined();
	});

	test('may be a proxy, which IndexedDB itself would refuse', async () => {
		const device = await openTab();
		await device.setSetting('sizes', new Proxy([1, 2], {}));
		expect(await device.setting('sizes')).toEqual([1, 2]);
		expect(device.fault).toBeUndefined();
	});
});

test('a listener that throws loses nothing, and keeps nobody else from hearing', async () => {
	const uncaught: unknown[] = [];
	const real = queueMicrotask;
	vi.stubGlobal('queueMicrotask', (task: () => void) =>
		real(() => {
			try {
				task();
			} catch (error) {
				uncaught.push(error);
			}
		})
	);
	onTestFinished(() => void vi.unstubAllGlobals());
	const device = await openTab();
	const heard: string[][] = [];
	let broken = true;
	device.subscribe(() => {
		if (broken) throw new Error('broken listener');
	});
	await device.read();
	expect(uncaught).toEqual([new Error('broken listener')]);
	broken = false;
	device.subscribe((state) => heard.push(topicsOf(state)));
	await device.follow('jobs', at(0));
	expect(heard).toEqual([[], ['jobs']]);
});
