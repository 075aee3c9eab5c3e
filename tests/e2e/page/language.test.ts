import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { languages } from '../languages.ts';

const wayTo = (page: Page, lang: string) => page.locator('main').locator(`a[hreflang="${lang}"]`).first();

const [chinese, english] = languages;

for (const path of ['/', '/plan#s036', '/search?q=yiwu', '/topics/trade/freight-trains']) {
	test(`${path}: one tap leads to the same page in English, and one back`, async ({ page }) => {
		await page.goto(path);
		await expect(page.locator('html')).toHaveAttribute('lang', chinese.lang);
		await wayTo(page, english.lang).tap();
		await expect(page).toHaveURL(english.root + (path === '/' ? '' : path));
		await expect(page.locator('html')).toHaveAttribute('lang', english.lang);
		await wayTo(page, chinese.lang).tap();
		await expect(page).toHaveURL(path);
	});
}

test('an English card says that it is a translation, beside the way to the Chinese one', async ({ page }) => {
	await page.goto('/en/topics/trade/freight-trains');
	const foot = page.locator('[data-card="freight-trains"] .languages');
	await expect(foot).toHaveText(/Unofficial translation\s*中文/);
	await expect(page.locator('q').first()).toHaveAttribute('lang', 'zh-CN');
});

test.describe('with a browser that speaks English', () => {
	test.use({ locale: 'en-GB' });

	test('a Chinese page offers its English one in a line, and once it is closed never again', async ({ page }) => {
		await page.goto('/topics/trade');
		const offer = page.getByRole('link', { name: 'This page is available in English' });
		await expect(offer).toBeVisible();
		await expect(page).toHaveURL('/topics/trade');
		await page.getByRole('button', { name: 'No thanks, don’t show this again' }).tap();
		await expect(offer).toBeHidden();
		await page.goto('/');
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(offer).toBeHidden();
	});

	test('an English page offers nothing, and the installed app starts in the language chosen last', async ({ page }) => {
		await page.goto('/');
		await page.getByRole('link', { name: 'This page is available in English' }).tap();
		await expect(page).toHaveURL('/en');
		await expect(page.locator('html')).not.toHaveAttribute('data-offer');
		await page.goto('/?start');
		await expect(page).toHaveURL('/en');
		await wayTo(page, 'zh-CN').tap();
		await expect(page).toHaveURL('/');
		await page.goto('/en?start');
		await expect(page).toHaveURL('/');
	});
});
