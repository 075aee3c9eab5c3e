import type { Browser, Page } from '@playwright/test';
import { watch } from '../watch.ts';
import { expect, test } from './fixtures.ts';
import { expectFollowed, followButton } from './reader-pages.ts';

/** Another phone, or the installed app on iOS: a storage of its own. */
async function onAnotherPhone(browser: Browser, baseURL: string, use: (page: Page) => Promise<void>): Promise<void> {
	const context = await browser.newContext({ baseURL, locale: 'zh-CN' });
	const problems = watch(context, baseURL);
	await use(await context.newPage());
	await context.close();
	expect(problems).toEqual([]);
}

async function codeFor(page: Page, names: readonly string[]): Promise<string> {
	await page.goto('/following');
	for (const name of names) {
		await followButton(page, name).click();
		await expectFollowed(page, name);
	}
	await page.goto('/settings');
	return (await page.locator('.code output').textContent()) ?? '';
}

const enter = async (page: Page, code: string) => {
	await page.goto('/settings');
	await page.getByLabel('输入代码').fill(code);
	await page.getByRole('button', { name: '带过来' }).click();
};

test('follows go to another phone with a code, however it is typed', async ({ page, browser, network }) => {
	const code = await codeFor(page, ['就业与增收', '交通出行']);
	expect(code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4})+$/);
	await onAnotherPhone(browser, network.origin, async (other) => {
		await enter(other, ` ${code.toLowerCase().replaceAll('-', ' ')} `);
		await expect(other.getByText('已带过来：就业与增收；交通出行')).toBeVisible();
		await other.goto('/following');
		await expectFollowed(other, '就业与增收');
		await expectFollowed(other, '交通出行');
	});
});

test('and with a link', async ({ page, context, browser, network }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	const code = await codeFor(page, ['经济与内需']);
	await page.getByRole('button', { name: '复制链接' }).click();
	await expect(page.getByRole('button', { name: '已复制' })).toBeVisible();
	const link = await page.evaluate(() => navigator.clipboard.readText());
	expect(link).toBe(`${network.origin}/settings#transfer=${code}`);
	await onAnotherPhone(browser, network.origin, async (other) => {
		await other.goto(link);
		await expect(other.getByText('已带过来：经济与内需')).toBeVisible();
		await other.goto('/topics/economy');
		await expectFollowed(other, '经济与内需');
	});
});

test('a code with a mistake is told from a good one, and changes nothing', async ({ page }) => {
	const code = await codeFor(page, ['经济与内需']);
	const last = code.at(-1) === '0' ? '1' : '0';
	for (const [typed, told] of [
		['', '请输入代码'],
		[code.slice(0, -1), '代码的长度不对'],
		[code.slice(0, -1) + last, '代码里有字写错了']
	] as const) {
		await enter(page, typed);
		await expect(page.getByRole('status').filter({ hasText: told })).toBeVisible();
	}
	await page.goto('/settings#transfer=%E0%A4%A');
	await expect(page.getByRole('status').filter({ hasText: '代码里有字写错了' })).toBeVisible();
	await page.goto('/following');
	await expectFollowed(page, '经济与内需');
	await expectFollowed(page, '教育', false);
});
