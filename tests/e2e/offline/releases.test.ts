import { expect, test } from './fixtures.ts';
import { bar, comeBack, countLoads, goOffline, visit } from './phone.ts';
import { expectGrowth, expectOffer, expectWaiting, expectWholeRelease, takeRelease } from './release-pages.ts';
import { editions } from './releases.ts';

test('a new release waits, and one tap takes every tab into it, once, on the card it stood on', async ({
	page,
	context,
	deploy
}) => {
	await visit(page, '/topics/economy');
	await page.getByRole('button', { name: '下一张' }).click();
	await expect(page).toHaveURL('/topics/economy/gdp-target-gap');
	const second = await context.newPage();
	await second.goto('/topics/economy/gdp');
	await expectGrowth(second, 'first');

	deploy('second');
	await comeBack(page);
	await expectOffer(page);
	await expectOffer(second);
	await expectGrowth(second, 'first');

	const loads = [countLoads(page), countLoads(second)];
	await takeRelease(page);
	await expectGrowth(page, 'second');
	await expectGrowth(second, 'second');
	await expect(page.locator('[aria-current="true"]')).toHaveAttribute('data-card', 'gdp-target-gap');
	await expect(second.locator('[aria-current="true"]')).toHaveAttribute('data-card', 'gdp');
	for (const tab of [page, second]) await expect(bar(tab)).toBeEmpty();
	expect(loads.map((count) => count())).toEqual([1, 1]);
});

test('without the tap the release that is here stays whole', async ({ page, context, network, deploy }) => {
	await visit(page);
	deploy('second');
	await comeBack(page);
	await expectOffer(page);

	const asked = await network.during(async () => {
		await expectWholeRelease(page, 'first');
		await page.getByRole('link', { name: '关注', exact: true }).click();
		await page.getByRole('link', { name: '原文' }).first().click();
		await page.locator('main a[href="/topics/economy/gdp"]').first().click();
		await expectGrowth(page, 'first');
	});
	// What is newer than the release is asked for, and nothing that belongs to a release.
	expect(asked.filter((path) => !/^\/(changes\.json|service-worker\.js)$/.test(path))).toEqual([]);
	await expectOffer(page);

	await goOffline(context, network);
	await expectWholeRelease(page, 'first');
});

test('a language chosen while a release waits comes whole with that release, never into the old one', async ({
	page,
	context,
	network,
	deploy
}) => {
	await visit(page);
	deploy('second');
	await comeBack(page);
	await expectOffer(page);
	await page.goto('/en/topics/economy');
	await expectGrowth(page, 'second');
	expect(await page.evaluate(askForEnglish)).toContain('error');
	await page.getByRole('button', { name: 'Update' }).click();
	await expect(bar(page)).toBeEmpty();
	await expect.poll(() => page.evaluate(() => caches.match('/en/about').then(Boolean))).toBe(true);

	await goOffline(context, network);
	await page.goto('/en');
	await expect(page.locator('.edition')).toContainText(editions.second);
	await page.goto('/en/topics/innovation/high-tech-firms');
	await expect(page.locator('[aria-current="true"] .drawing')).toHaveAttribute('data-drawn', 'bar');
});

/** What the page asks the old release's worker for; its answer. */
function askForEnglish(): Promise<string> {
	const { port1, port2 } = new MessageChannel();
	navigator.serviceWorker.controller?.postMessage({ type: 'KEEP_LANGUAGE', locale: 'en' }, [port2]);
	return new Promise((resolve) => (port1.onmessage = ({ data }) => resolve(JSON.stringify(data))));
}

test('two releases in a row: a tab left open on the first goes straight to the last', async ({
	page,
	context,
	network,
	deploy
}) => {
	await visit(page, '/topics/economy/gdp');
	deploy('second');
	await comeBack(page);
	await expectOffer(page);

	const second = await context.newPage();
	await second.goto('/');
	await expect(second.locator('.edition')).toContainText(editions.first);
	deploy('third');
	await comeBack(second);
	await expectWaiting(second);
	await expectOffer(second);

	await takeRelease(second);
	await expect(second.locator('.edition')).toContainText(editions.third);
	await expectGrowth(page, 'third');
	await goOffline(context, network);
	await expectWholeRelease(page, 'third');
});
