/** A release that comes in pieces: a download that breaks off, a phone that asks too often. */
import { expect, test } from './fixtures.ts';
import { comeBack, goOffline, installed, visit } from './phone.ts';
import { expectOffer, expectWholeRelease } from './release-pages.ts';

const workerFile = '/service-worker.js';

test('the app looks for a new release at most once a minute, however often it comes to the foreground', async ({
	page,
	network
}) => {
	await visit(page);
	const asked = await network.during(async () => {
		for (let times = 0; times < 5; times++) {
			await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
		}
		await comeBack(page);
		await expect.poll(() => network.asked.at(-1)).toBe(workerFile);
	});
	expect(asked.filter((path) => path === workerFile)).toHaveLength(1);
});

test('a new release that breaks off while it is fetched leaves the one that is here whole, and comes later', async ({
	page,
	context,
	network,
	deploy
}) => {
	await visit(page);
	deploy('second');
	network.lose(/^\/offline\/zh\.json$/);
	await comeBack(page);
	await expect.poll(() => network.asked.filter((path) => path === '/offline/zh.json').length).toBeGreaterThan(1);
	await expect
		.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.installing ?? null))
		.toBeNull();
	await expectWholeRelease(page, 'first');

	network.mend();
	await comeBack(page);
	await expectOffer(page);
	await installed(page);
	await goOffline(context, network);
	await expectWholeRelease(page, 'first');
});
