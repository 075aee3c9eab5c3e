import type { Page } from '@playwright/test';
import { currentCard, nextButton, previousButton, slidesOf } from '../deck.ts';
import { expect, test } from '../fixtures.ts';
import { cardAt, topic } from '../plan.ts';
import { misses } from './elder-figures.ts';
import { inEnglish, kindsOfPage, missing } from './pages.ts';

test.use({ allowed: missing });

const inElder = (path: string) => path.replace(/^(\/en)?\/?/, '$1/elder/').replace(/\/$/, '');

function shown(page: Page) {
	return page.evaluate(() => document.documentElement.dataset.elder);
}

for (const [name, path] of kindsOfPage) {
	test(`${name} in 长辈版 keeps its figures, in both languages and themes, and at the largest text`, async ({
		page
	}) => {
		for (const address of [path, inEnglish(path)]) {
			await page.emulateMedia({ colorScheme: address === path ? 'light' : 'dark' });
			await page.goto(inElder(address));
			// What is found comes a moment after the page.
			if (name === 'search') await expect(page.locator('a.sentence').first()).toBeVisible();
			expect.soft(await misses(page), address).toEqual([]);
		}
		await page.evaluate(() => dispatchEvent(new CustomEvent('kandong:display', { detail: { text: 200 } })));
		expect.soft(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
	});
}

test('长辈版 is remembered, at the plain addresses, until the reader goes back', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('link', { name: '字小看着费力？ 长辈版' }).tap();
	await expect(page).toHaveURL('/');
	expect(await shown(page)).toBe('true');
	await page.goto('/topics/trade');
	expect(await shown(page)).toBe('true');
	await page.getByRole('link', { name: '换回标准版' }).tap();
	await expect.poll(() => shown(page)).toBeUndefined();
	await page.reload();
	expect(await shown(page)).toBeUndefined();
});

test('one card at a time, turned by two buttons', async ({ page }) => {
	const trade = topic('trade');
	await page.goto('/elder/topics/trade');
	await expect(page.locator('[role=region].live')).toBeVisible();
	for (const at of [1, 2]) {
		await nextButton(page).tap();
		await expect(currentCard(page)).toHaveAttribute('data-card', cardAt(trade, at));
		await expect(slidesOf(page).filter({ visible: true })).toHaveCount(1);
	}
	await previousButton(page).tap();
	await expect(currentCard(page)).toHaveAttribute('data-card', cardAt(trade, 1));
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('长辈版 has addresses of its own, whose links stay in it and which lead back', async ({ page }) => {
		await page.goto('/en/elder');
		await page.getByRole('link', { name: 'Settings' }).tap();
		await expect(page).toHaveURL('/en/elder/settings');
		await expect(page.locator('html')).toHaveAttribute('data-elder', 'true');
		await page.goto('/elder/topics/trade/freight-trains');
		await page.getByRole('link', { name: '看原文' }).tap();
		await expect(page).toHaveURL(/\/elder\/plan#s\d+$/);
		await page.getByRole('link', { name: '换回标准版' }).tap();
		await expect(page).toHaveURL('/plan#standard');
		await expect(page.locator('html')).not.toHaveAttribute('data-elder');
	});
});
