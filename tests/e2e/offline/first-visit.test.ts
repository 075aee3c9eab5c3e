import { expect, test } from './fixtures.ts';
import { bar, goOffline, goOnline, installed } from './phone.ts';

const isRegistered = async () => (await navigator.serviceWorker.getRegistration()) !== undefined;

test.describe('flight mode in the middle of the first visit', () => {
	for (const { what, path } of [
		{ what: 'the language', path: /^\/offline\/zh\.json$/ },
		{ what: 'the scripts', path: /^\/_app\/immutable\/nodes\/5\./ }
	]) {
		test(`while ${what} is fetched: reading goes on, and all is here once there is a network`, async ({
			page,
			context,
			network
		}) => {
			network.hold(path);
			await page.goto('/topics/innovation');
			await expect.poll(() => network.asked.some((asked) => path.test(asked))).toBe(true);
			await goOffline(context, network);

			await expect(bar(page)).toHaveText('现在离线，看的是已存好的内容');
			await page.getByRole('button', { name: '下一张' }).click();
			await expect(page.locator('[aria-current="true"]')).toHaveAttribute('aria-label', /^第 2 张/);

			// What was begun has failed, and left nothing behind.
			await expect.poll(() => page.evaluate(isRegistered)).toBe(false);
			await goOnline(context, network);
			await installed(page);
			await goOffline(context, network);
			await page.goto('/topics/economy/industry-mix');
			await expect(page.locator('[aria-current="true"] .drawing')).toHaveAttribute('data-drawn', 'doughnut');
		});
	}
});

test('a first visit that never gets the worker begins anew when the reader comes back', async ({ page, network }) => {
	network.lose(/^\/service-worker\.js$/);
	await page.goto('/settings');
	await expect.poll(() => network.asked.includes('/service-worker.js')).toBe(true);
	await expect(page.getByText('这个浏览器不支持离线阅读')).toBeVisible();
	network.mend();
	await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
	await installed(page);
	await expect(page.getByText('张卡已可离线阅读')).toBeVisible();
});
