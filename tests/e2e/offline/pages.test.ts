import type { APIRequestContext, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { bar, goOffline, goOnline, visit } from './phone.ts';

/** One page of each kind. */
const kinds = [
	'/',
	'/topics/innovation',
	'/topics/innovation/high-tech-firms',
	'/topics/economy/industry-mix',
	'/plan',
	'/following',
	'/settings',
	'/about'
];
const languages = [
	{ language: 'Chinese', paths: kinds },
	{ language: 'English', paths: kinds.map((path) => `/en${path}`.replace(/\/$/, '')) }
];

async function titleFromSite(request: APIRequestContext, path: string): Promise<string> {
	const html = await (await request.get(path)).text();
	return /<title>(.*?)<\/title>/s.exec(html)?.[1] ?? '';
}

/** The page as it was built, with its scripts running and its charts drawn. */
async function expectWhole(page: Page, title: string): Promise<void> {
	await expect(page).toHaveTitle(title);
	await expect(page.locator('h1')).toBeVisible();
	// Scripts run: only they know that there is no network.
	await expect(bar(page)).not.toBeEmpty();
	const here = page.locator('[aria-current="true"] .drawing');
	if ((await here.count()) > 0) await expect(here).toHaveAttribute('data-drawn', /bar|doughnut|rates/);
}

for (const { language, paths } of languages) {
	test.describe(`after the first visit, in ${language}, without a network`, () => {
		test('every kind of page opens by its address, whatever its query, and loads again', async ({
			page,
			context,
			network,
			request
		}) => {
			const titles = new Map<string, string>();
			for (const path of paths) titles.set(path, await titleFromSite(request, path));
			await visit(page, paths[0]);
			await goOffline(context, network);

			for (const [path, title] of titles) {
				await page.goto(`${path}?from=wechat&isappinstalled=0`);
				await expectWhole(page, title);
				await page.reload();
				await expectWhole(page, title);
			}
		});

		test('a second tab opens, and moves within the app', async ({ page, context, network, request }) => {
			const [home = '', topic = ''] = paths;
			const title = await titleFromSite(request, topic);
			await visit(page, home);
			await goOffline(context, network);
			const second = await context.newPage();
			await second.goto(home);
			await second.locator(`nav a[href="${topic}"]`).first().click();
			await expectWhole(second, title);
		});

		test('links to cards open from the plan and from the updates', async ({ page, context, network }) => {
			await visit(page, paths[0]);
			await goOffline(context, network);
			for (const from of ['plan', 'following']) {
				await page.goto(paths.find((path) => path.endsWith(from)) ?? '');
				const link = page.locator('main a[href*="/topics/economy/gdp"]').first();
				const href = await link.getAttribute('href');
				await link.click();
				await expect(page).toHaveURL(href ?? '');
				await expect(page.locator('[aria-current="true"]')).toHaveAttribute('data-card', /^gdp/);
			}
		});
	});
}

test('an address that nobody made leads back to what is there', async ({ page, context, network }) => {
	await visit(page);
	await goOffline(context, network);
	await page.goto('/topics/nothing?x=1');
	await expect(page.locator('h1')).toHaveText('没有网络，这一页也没有存过');
	await page.getByRole('link', { name: '回到全部主题' }).click();
	await expect(page.getByRole('region', { name: '全部主题' })).toBeVisible();
});

test('the language that was never chosen leads back to the one that was', async ({ page, context, network }) => {
	await visit(page);
	await goOffline(context, network);
	await page.goto('/en/plan?x=1');
	await expect(page.locator('h1')).toHaveText('没有网络，这一页也没有存过');
	await expect(bar(page)).not.toBeEmpty();
	await page.getByRole('link', { name: '回到全部主题' }).click();
	await expect(page).toHaveURL('/');

	await page.goBack();
	await goOnline(context, network);
	await page.getByRole('button', { name: '再试一次' }).click();
	await expect(page).toHaveURL(/\/en\/plan/);
	await expect(page.locator('h1')).toHaveText('The plan’s text');
});

test('a language chosen once is kept too, also before its pages were opened', async ({ page, context, network }) => {
	await visit(page);
	const stored = page.waitForFunction(async () => (await caches.keys()).some((name) => name.includes('-en-')));
	await page.locator('header').getByRole('link', { name: 'English' }).click();
	await stored;
	await expect.poll(() => page.evaluate(() => caches.match('/en/plan').then(Boolean))).toBe(true);
	await goOffline(context, network);
	await page.goto('/en/topics/jobs');
	await expect(page.locator('h1')).toHaveText('Jobs and income');
	await page.goto('/topics/jobs');
	await expect(page.locator('h1')).toHaveText('就业与增收');
});

test.describe('a file that is not there', () => {
	test.use({ allowed: [/Failed to load resource/] });

	test('is an error, never a page', async ({ page, context, network }) => {
		await visit(page);
		const missing = ['/_app/immutable/chunks/nothing.js', '/icons/nothing.png', '/nothing.json'];
		const ask = (path: string) =>
			page.evaluate(async (path) => {
				const answer = await fetch(path).catch(() => undefined);
				return answer ? answer.status : 'no answer';
			}, path);
		for (const path of missing) expect(await ask(path), path).toBe(404);
		await goOffline(context, network);
		for (const path of missing) expect(await ask(path), path).toBe('no answer');
	});
});

test('there is a quiet mark without a network, and none when all is well', async ({ page, context, network }) => {
	await visit(page);
	await expect(bar(page)).toBeEmpty();
	await goOffline(context, network);
	await expect(bar(page)).toHaveText('现在离线，看的是已存好的内容');
	await context.setOffline(false);
	await expect(bar(page)).toBeEmpty();
});
