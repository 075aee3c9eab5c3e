import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';
import { bar } from './phone.ts';
import { editions, growths, type Release } from './releases.ts';

/** The new release is here, and waits for the reader. */
export async function expectOffer(page: Page): Promise<void> {
	await expect(bar(page)).toContainText('有新版本');
}

/** What waits is the release that is on the site now, stored as a whole. */
export async function expectWaiting(page: Page): Promise<void> {
	const { version } = (await (await page.request.get('/_app/version.json')).json()) as { version: string };
	const waits = async (pages: string) => {
		const registration = await navigator.serviceWorker.getRegistration();
		return Boolean(registration?.waiting && !registration.installing && (await caches.has(pages)));
	};
	await expect.poll(() => page.evaluate(waits, `kandong-pages-zh-${version}`)).toBe(true);
}

export async function takeRelease(page: Page): Promise<void> {
	await bar(page).getByRole('button', { name: '更新' }).click();
}

/** The home page and the page of a card are of one release. */
export async function expectWholeRelease(page: Page, release: Release): Promise<void> {
	await page.goto('/');
	await expect(page.locator('.edition')).toContainText(editions[release]);
	await page.goto('/following');
	await page.locator('main a[href="/topics/economy/gdp"]').first().click();
	await expectGrowth(page, release);
}

/** On the card about GDP, the one figure that tells the first release from those after it. */
export async function expectGrowth(page: Page, release: Release): Promise<void> {
	const growth = page.locator('[data-card="gdp"] data[data-figure="gdp-growth-outcome-2021"]').first();
	await expect(growth).toHaveAttribute('value', growths[release]);
}
