import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { goOffline, visit } from './phone.ts';

const newestUpdate = (page: Page) =>
	page.evaluate(async () => {
		const updates = (await (await fetch('/changes.json')).json()) as { id: string }[];
		return updates[0]?.id;
	});

test('the log of updates comes from the network, then from what was last known', async ({ page, context, network }) => {
	await visit(page);
	network.alter(/^\/changes\.json$/, (body) => body.replace(/"id":"[^"]+"/, '"id":"breaking"'));
	expect(await newestUpdate(page)).toBe('breaking');
	await goOffline(context, network);
	expect(await newestUpdate(page)).toBe('breaking');
});

test('a network that does not answer keeps nobody waiting for the log', async ({ page, network }) => {
	await visit(page);
	const release = network.hold(/^\/changes\.json$/);
	const began = Date.now();
	expect(await newestUpdate(page)).toMatch(/^2022-04-25/);
	expect(Date.now() - began).toBeLessThan(5000);
	release();
});
