/** Whatever a reader does in tunnels: nothing is lost, and nothing throws (the fixture watches). */
import type { Page } from '@playwright/test';
import { plan } from '../plan.ts';
import { expect, test } from './fixtures.ts';
import { goOffline, goOnline, visit } from './phone.ts';

/** The same course in every run (mulberry32). */
function dice(seed: number): (sides: number) => number {
	let state = seed;
	return (sides) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
	};
}

const current = (page: Page) => page.locator('[data-card][aria-current="true"]');
const follow = (page: Page, name: string) => page.getByRole('button', { name: `关注${name}`, exact: true });

test('thirty rounds of going on- and offline, reloading, swiping and following lose nothing', async ({
	page,
	context,
	network
}) => {
	const roll = dice(20210301);
	const followed = new Set<string>();
	let online = true;
	let topic = plan.topics[0];
	await visit(page, `/topics/${topic?.id ?? ''}`);

	for (let round = 0; round < 30; round++) {
		switch (roll(5)) {
			case 0:
				await (online ? goOffline(context, network) : goOnline(context, network));
				online = !online;
				break;
			case 1:
				await page.reload();
				break;
			case 2:
				topic = plan.topics[roll(plan.topics.length)];
				await page.goto(`/topics/${topic?.id ?? ''}`);
				break;
			case 3:
				await page.keyboard.press('End');
				await page.keyboard.press('Home');
				break;
			default: {
				if (!topic) break;
				const button = follow(page, topic.name.zh);
				const now = !followed.has(topic.id);
				await button.click();
				await expect(button).toHaveAttribute('aria-pressed', String(now));
				if (now) followed.add(topic.id);
				else followed.delete(topic.id);
			}
		}
		await expect(current(page)).toBeVisible();
	}

	await goOffline(context, network);
	await page.goto('/');
	for (const { id, name } of plan.topics) {
		await expect(follow(page, name.zh)).toHaveAttribute('aria-pressed', String(followed.has(id)));
	}
});
