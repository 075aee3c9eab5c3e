import type { BrowserContext, Locator, Page } from '@playwright/test';
import type { Network } from './network.ts';

/** Opens the app for the first time, and waits until all of it is on the phone. */
export async function visit(page: Page, path = '/'): Promise<void> {
	await page.goto(path);
	await installed(page);
}

/** The worker that answers this page has stored a release as a whole: it is active only then. */
export async function installed(page: Page): Promise<void> {
	await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

export async function goOffline(context: BrowserContext, network: Network): Promise<void> {
	network.cut();
	await context.setOffline(true);
}

export async function goOnline(context: BrowserContext, network: Network): Promise<void> {
	network.mend();
	await context.setOffline(false);
}

/** The line at the top: that there is no network, or that a new release waits. */
export function bar(page: Page): Locator {
	return page.locator('[role="status"].screen-only');
}

/** The app comes back to the foreground, more than a minute after it last looked for a new release. */
export async function comeBack(page: Page): Promise<void> {
	await page.evaluate(() => {
		const now = Date.now();
		Date.now = () => now + 120_000;
		document.dispatchEvent(new Event('visibilitychange'));
	});
}

/** How often a page has been loaded from here on. */
export function countLoads(page: Page): () => number {
	let loads = 0;
	page.on('load', () => loads++);
	return () => loads;
}
