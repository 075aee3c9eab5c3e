import type { Page } from '@playwright/test';
import { listSwitch } from '../deck.ts';
import { expect, test } from '../fixtures.ts';
import { misses } from './elder-figures.ts';
import { goOffline, visit } from '../offline/phone.ts';
import { test as offline } from '../offline/fixtures.ts';

type Look = Record<string, string | undefined>;

/** What `<html>` says now. */
function look(page: Page): Promise<Look> {
	return page.evaluate(() => {
		const { dataset, style } = document.documentElement;
		return Object.assign({ size: style.fontSize }, dataset);
	});
}

/** Notes in every page what `<html>` says when the page's body begins, which is before anything can be painted. */
async function noteFirstLook(page: Page): Promise<() => Promise<Look>> {
	await page.addInitScript(() => {
		new MutationObserver((_, watch) => {
			if (!document.querySelector('body')) return;
			watch.disconnect();
			const { dataset, style } = document.documentElement;
			Object.assign(window, { first: Object.assign({ size: style.fontSize }, dataset) });
		}).observe(document, { childList: true, subtree: true });
	});
	return () => page.evaluate(() => (window as { first?: Look }).first ?? {});
}

test('what is chosen in settings shows at once, and on every other page before its first paint', async ({ page }) => {
	const firstLook = await noteFirstLook(page);
	await page.goto('/settings');
	await page.getByRole('group', { name: '外观' }).getByLabel('深色').check();
	await page.getByRole('group', { name: '对比度' }).getByLabel('高').check();
	await page.getByRole('group', { name: '动画' }).getByLabel('不要').check();
	await page.getByRole('group', { name: '卡片' }).getByLabel('排成列表').check();
	await page.getByRole('button', { name: '大一点' }).tap();
	const chosen = { theme: 'dark', contrast: 'more', motion: 'none', list: 'true', text: '115', size: '115%' };
	expect(await look(page)).toMatchObject(chosen);

	await page.goto('/topics/innovation');
	expect(await firstLook()).toMatchObject(chosen);
	await expect(listSwitch(page)).toBeChecked();
	await page.goto('/en/settings');
	expect(await firstLook()).toMatchObject(chosen);
	await expect(page.getByRole('group', { name: 'Theme' }).getByLabel('Dark')).toBeChecked();
});

test('who asks the system for more contrast gets all of it, and the settings say that it is the system’s', async ({
	page
}) => {
	await page.emulateMedia({ contrast: 'more' });
	await page.goto('/settings');
	await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
	await expect(page.getByRole('group', { name: '对比度' }).getByLabel('跟随系统')).toBeChecked();
	await page.emulateMedia({ contrast: 'no-preference' });
	await expect(page.locator('html')).not.toHaveAttribute('data-contrast');
});

test('长辈版 is found by searching 老年版, and is then one tap away', async ({ page }) => {
	await page.goto('/search?q=老年版');
	await page.getByRole('navigation', { name: '直接去' }).getByRole('link', { name: '长辈版' }).tap();
	await page.getByRole('link', { name: '换成长辈版' }).tap();
	await expect(page.locator('html')).toHaveAttribute('data-elder', 'true');
});

offline('长辈版 stays without a network, at its own address too', async ({ page, context, network }) => {
	await visit(page, '/');
	await goOffline(context, network);
	await page.goto('/elder/topics/trade');
	await expect(page.locator('html')).toHaveAttribute('data-elder', 'true');
	await expect(page).toHaveURL(/\/topics\/trade/);
	expect(await misses(page)).toEqual([]);
	await page.goto('/topics/jobs');
	await expect(page.locator('html')).toHaveAttribute('data-elder', 'true');
	expect(await misses(page)).toEqual([]);
});
