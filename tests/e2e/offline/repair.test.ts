import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { goOffline, goOnline, visit } from './phone.ts';

const receipt = (page: Page, locale = 'zh'): Locator => page.locator(`.receipt[data-locale="${locale}"]`);
const repair = (page: Page) => page.getByRole('button', { name: '检查并修复' }).click();
const repaired = (page: Page) => expect(page.getByRole('status').filter({ hasText: '检查过了，都在。' })).toBeVisible();

async function expectComplete(page: Page): Promise<void> {
	await expect(receipt(page)).toHaveAttribute('data-complete', 'true');
	await expect(receipt(page)).toContainText('全部 89 张卡已可离线阅读');
}

/** Throws things out of the caches, as a browser without room does. */
async function evict(page: Page, paths: readonly string[]): Promise<void> {
	const evicted = await page.evaluate(async (paths) => {
		const caught: string[] = [];
		for (const name of await caches.keys()) {
			if (name.endsWith('-changes')) continue;
			const cache = await caches.open(name);
			for (const path of paths) if (await cache.delete(path, { ignoreSearch: true })) caught.push(path);
		}
		return caught.sort();
	}, paths);
	expect(evicted).toEqual([...paths].sort());
}

/** Without what is asked for at any time, whatever is missing. */
const fetched = (asked: readonly string[]) =>
	asked.filter((path) => !/^\/(changes\.json|service-worker\.js|_app\/version\.json)$/.test(path)).sort();

test('some pages and some files: told, and brought back one by one', async ({ page, network }) => {
	await visit(page, '/settings');
	await expectComplete(page);
	const script = await page.evaluate(
		() =>
			new URL(document.querySelector('link[rel="modulepreload"]')?.getAttribute('href') ?? '', location.href).pathname
	);
	const missing = ['/plan', '/topics/economy/gdp', '/icons/icon-192.png', script];
	await evict(page, missing);

	await page.reload();
	await expect(receipt(page)).toHaveAttribute('data-complete', 'false');
	await expect(receipt(page)).toContainText('89 张卡里有 88 张可以离线阅读');
	const asked = await network.during(async () => {
		await repair(page);
		await repaired(page);
	});
	await expectComplete(page);
	expect(fetched(asked)).toEqual([...missing].sort());
});

test('nothing is missing: nothing is fetched', async ({ page, network }) => {
	await visit(page, '/settings');
	await expectComplete(page);
	const asked = await network.during(async () => {
		await repair(page);
		await repaired(page);
	});
	expect(asked.filter((path) => path !== '/changes.json')).toEqual([]);
});

test('all pages: one file brings them back', async ({ page, network }) => {
	await visit(page, '/settings');
	await expectComplete(page);
	await page.evaluate(dropPages);
	const asked = await network.during(async () => {
		await repair(page);
		await repaired(page);
	});
	expect(fetched(asked)).toEqual(['/offline/zh.json']);
	await expectComplete(page);
});

test('all pages: they come from the network, and are stored again by themselves', async ({ page, network }) => {
	await visit(page);
	await page.evaluate(dropPages);
	const asked = await network.during(async () => {
		await page.goto('/topics/jobs');
		await expect(page.locator('h1')).toHaveText('就业与增收');
		await page.goto('/settings');
		await expectComplete(page);
	});
	expect(asked.filter((path) => path === '/offline/zh.json')).toHaveLength(1);
});

async function dropPages(): Promise<void> {
	for (const name of await caches.keys()) if (name.includes('-pages-')) await caches.delete(name);
}

test('everything: the app opens from the network, mends what it can by itself, and the rest when told to', async ({
	page,
	context,
	network
}) => {
	await visit(page, '/settings');
	await expectComplete(page);
	await page.evaluate(async () => {
		for (const name of await caches.keys()) await caches.delete(name);
	});
	await page.goto('/topics/innovation/high-tech-firms');
	await expect(page.locator('[aria-current="true"] .drawing')).toHaveAttribute('data-drawn', 'bar');
	await page.goto('/settings');
	await expect(receipt(page)).toHaveAttribute('data-complete', 'false');
	await repair(page);
	await repaired(page);
	await expectComplete(page);

	await goOffline(context, network);
	await page.goto('/topics/economy/industry-mix');
	await expect(page.locator('[aria-current="true"] .drawing')).toHaveAttribute('data-drawn', 'doughnut');
});

test('without a network a repair says so, and takes nothing away', async ({ page, context, network }) => {
	await visit(page, '/settings');
	await expectComplete(page);
	await evict(page, ['/about']);
	await goOffline(context, network);
	await page.reload();
	await repair(page);
	await expect(page.getByRole('status').filter({ hasText: '没有修好' })).toBeVisible();
	await page.goto('/topics/jobs');
	await expect(page.locator('h1')).toHaveText('就业与增收');

	await goOnline(context, network);
	await page.goto('/settings');
	await repair(page);
	await repaired(page);
	await expectComplete(page);
});

test('pieces of another release are never taken for missing ones', async ({ page, deploy }) => {
	await visit(page, '/settings');
	await expectComplete(page);
	await evict(page, ['/topics/economy/gdp', '/edition.json']);
	deploy('second');
	await repair(page);
	await expect(page.getByRole('status').filter({ hasText: '没有修好' })).toBeVisible();
	expect(await page.evaluate(() => caches.match('/topics/economy/gdp').then(Boolean))).toBe(false);
});

test('each language that is here has its own receipt', async ({ page }) => {
	await visit(page, '/settings');
	await expectComplete(page);
	await page.getByRole('main').getByRole('link', { name: 'English' }).click();
	await expect(page.locator('.receipt')).toHaveCount(2);
	for (const locale of ['zh', 'en']) {
		await expect(receipt(page, locale)).toHaveAttribute('data-complete', 'true');
		await expect(receipt(page, locale)).toContainText(/\d{4}-\d\d-\d\d.* (KB|MB)/);
	}
});
