import fc from 'fast-check';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, test, vi } from 'vitest';
import type { Device } from '../../../src/lib/device/device.ts';
import { emptyState, type DeviceState } from '../../../src/lib/device/records.ts';
import { at, edition, openTab, topicsOf } from './device-under-test.ts';

async function twoTabs(): Promise<[Device, Device]> {
	const indexedDB = new IDBFactory();
	return [await openTab({ indexedDB }), await openTab({ indexedDB })];
}

describe('two tabs', () => {
	test('see what the other one did', async () => {
		const [one, two] = await twoTabs();
		await one.follow('jobs', at(0));
		expect(topicsOf(await two.read())).toEqual(['jobs']);
		await two.unfollow('jobs');
		expect(topicsOf(await one.read())).toEqual([]);
	});

	test('are told of it, once for each change', async () => {
		const [one, two] = await twoTabs();
		const heard: string[][] = [];
		const stop = two.subscribe((state) => heard.push(topicsOf(state)));
		await one.follow('jobs', at(0));
		await vi.waitFor(() => expect(heard.at(-1)).toEqual(['jobs']));
		await one.follow('jobs', at(1));
		await two.follow('air', at(1));
		await vi.waitFor(() => expect(heard.at(-1)).toEqual(['air', 'jobs']));
		stop();
		await one.unfollow('air');
		await two.read();
		expect(heard).toEqual([[], ['jobs'], ['air', 'jobs']]);
	});

	test('share one visit', async () => {
		const [one, two] = await twoTabs();
		await one.visit(at(0), edition('v1'));
		const visits = await Promise.all([one.visit(at(60), edition('v2')), two.visit(at(60), edition('v2'))]);
		expect(visits).toEqual([{ lastVisit: at(0) }, { lastVisit: at(0) }]);
	});
});

/** What a reader does with three topics and three cards, in a world where nothing can go wrong. */
type Doing = { tab: 0 | 1; wait: boolean } & (
	{ verb: 'follow' | 'unfollow'; what: string } | { verb: 'readCard' | 'receive' | 'setSetting'; what: string }
);

const doing: fc.Arbitrary<Doing> = fc.record({
	tab: fc.constantFrom(0, 1),
	wait: fc.boolean(),
	verb: fc.constantFrom('follow', 'unfollow', 'readCard', 'receive', 'setSetting'),
	what: fc.constantFrom('a', 'b', 'c')
});

async function act(device: Device, { verb, what }: Doing, step: number): Promise<void> {
	if (verb === 'follow') await device.follow(what, at(step));
	else if (verb === 'unfollow') await device.unfollow(what);
	else if (verb === 'readCard') await device.readCard(what, `v${step}`, at(step), [what]);
	else if (verb === 'receive') await device.receive([{ id: what }], at(step));
	else await device.setSetting(what, step);
}

/** The same, told in maps. */
class Model {
	readonly follows = new Map<string, string>();
	readonly reading = new Map<string, string>();
	readonly unread = new Map<string, boolean>();
	readonly settings = new Map<string, number>();

	act({ verb, what }: Doing, step: number): void {
		if (verb === 'follow') this.follows.set(what, this.follows.get(what) ?? at(step));
		else if (verb === 'unfollow') this.follows.delete(what);
		else if (verb === 'setSetting') this.settings.set(what, step);
		else if (verb === 'receive') this.unread.set(what, this.unread.get(what) ?? true);
		else {
			this.reading.set(what, `v${step}`);
			this.unread.set(what, false);
		}
	}

	expectIn(state: DeviceState): void {
		expect(new Map(state.follows.map(({ topic, since }) => [topic, since]))).toEqual(this.follows);
		expect(new Map(state.reading.map(({ card, version }) => [card, version]))).toEqual(this.reading);
		expect(new Map(state.inbox.map(({ update, read }) => [update, read === 0]))).toEqual(this.unread);
		const own = state.settings.filter(({ key }) => !key.startsWith('last'));
		expect(new Map(own.map(({ key, value }) => [key, value]))).toEqual(this.settings);
	}
}

describe('thirty things done in two tabs', () => {
	const doings = fc.array(doing, { minLength: 30, maxLength: 30 });

	test('one after the other are what they would be in one', { timeout: 30_000 }, async () => {
		await fc.assert(
			fc.asyncProperty(doings, async (doings) => {
				const tabs = await twoTabs();
				const model = new Model();
				for (const [step, doing] of doings.entries()) {
					await act(tabs[doing.tab], doing, step);
					model.act(doing, step);
				}
				for (const tab of tabs) model.expectIn(await tab.read());
				for (const tab of tabs) await tab.close();
			}),
			{ numRuns: 30 }
		);
	});

	test('at the same time end alike in both, with the last word of one of them', { timeout: 30_000 }, async () => {
		await fc.assert(
			fc.asyncProperty(doings, async (doings) => {
				const tabs = await twoTabs();
				const heard: DeviceState[] = [emptyState, emptyState];
				for (const [place, tab] of tabs.entries()) tab.subscribe((state) => (heard[place] = state));
				const under: Promise<void>[] = [];
				for (const [step, doing] of doings.entries()) {
					const done = act(tabs[doing.tab], doing, step);
					under.push(done);
					if (doing.wait) await done;
				}
				await Promise.all(under);

				const [one, two] = [await tabs[0].read(), await tabs[1].read()];
				expect(two).toEqual(one);
				for (const topic of ['a', 'b', 'c']) {
					const last = [0, 1].map((tab) =>
						doings.findLast((doing) => doing.tab === tab && doing.what === topic && doing.verb.endsWith('follow'))
					);
					const possible = last.flatMap((doing) => (doing ? [doing.verb === 'follow'] : []));
					expect(possible.length === 0 ? [false] : possible).toContain(topicsOf(one).includes(topic));
				}
				const cards = new Set(doings.flatMap(({ verb, what }) => (verb === 'readCard' ? [what] : [])));
				expect(new Set(one.reading.map(({ card }) => card))).toEqual(cards);
				await vi.waitFor(() => expect(heard).toEqual([one, one]));
				for (const tab of tabs) await tab.close();
			}),
			{ numRuns: 30 }
		);
	});
});
