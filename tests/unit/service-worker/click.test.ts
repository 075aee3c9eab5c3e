import { expect, it } from 'vitest';
import { follow, type Window } from '../../../src/service-worker/push/click.ts';

const card = 'https://plan.example.org/topics/innovation/high-tech-firms';
const home = 'https://plan.example.org/';

/** What a click does with these windows, in order. */
async function click(...open: [url: string, visibilityState: DocumentVisibilityState][]): Promise<string[]> {
	const done: string[] = [];
	const windows = open.map(([url, visibilityState], index): Window => {
		const does = (what: string) => () => Promise.resolve(done.push(`${what} ${index}`));
		return { url, visibilityState, focus: does('focus'), navigate: does('navigate') };
	});
	await follow(card, {
		matchAll: () => Promise.resolve(windows),
		openWindow: () => Promise.resolve(done.push('open'))
	});
	return done;
}

it('opens a window when there is none', async () => {
	expect(await click()).toEqual(['open']);
});

it('leads an open window to the card, and opens no other one', async () => {
	expect(await click([home, 'hidden'])).toEqual(['focus 0', 'navigate 0']);
});

it('takes the window that is being looked at', async () => {
	expect(await click([home, 'hidden'], [home, 'visible'])).toEqual(['focus 1', 'navigate 1']);
});

it('only shows the window that is at the card already', async () => {
	expect(await click([home, 'visible'], [card, 'hidden'])).toEqual(['focus 1']);
});
