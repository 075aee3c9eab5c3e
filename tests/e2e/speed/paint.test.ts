import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { slowNetwork, slowProcessor } from './slow-phone.ts';

interface Painted {
	/** Layout shifts, summed up. */
	shift: number;
	largest: { tag: string; text: string };
}

/** Collects what the browser itself measures, from the first byte on. */
async function watchPainting(page: Page): Promise<() => Promise<Painted>> {
	await page.addInitScript(() => {
		const painted: Painted = { shift: 0, largest: { tag: '', text: '' } };
		Object.assign(window, { painted });
		const observe = (type: string, see: (entry: PerformanceEntry) => void) => {
			new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({ type, buffered: true });
		};
		observe('layout-shift', (entry) => {
			painted.shift += (entry as PerformanceEntry & { value: number }).value;
		});
		observe('largest-contentful-paint', (entry) => {
			const { element } = entry as PerformanceEntry & { element: Element | null };
			painted.largest = { tag: element?.tagName ?? '', text: element?.textContent ?? '' };
		});
	});
	return () => page.evaluate(() => (window as unknown as { painted: Painted }).painted);
}

/** Text as it stands between tags; white space and comments are the template's business. */
const bare = (text: string) => text.replace(/<!--[^]*?-->|<[^>]*>|\s/g, '');

for (const path of ['/', '/en', '/topics/innovation', '/topics/trade/freight-trains', '/plan']) {
	test(`${path} shows its text first on a slow phone, and then moves nothing`, async ({ page }) => {
		const painted = await watchPainting(page);
		const session = await page.context().newCDPSession(page);
		await slowNetwork(session);
		await slowProcessor(session);

		const response = await page.goto(path);
		const html = bare((await response?.text()) ?? '');
		// Everything that comes later has come: the scripts, a chart in sight, the rest of a deck.
		await page.waitForTimeout(3000);

		const { shift, largest } = await painted();
		expect(shift).toBe(0);
		expect(largest.text.trim(), `the largest paint is <${largest.tag}>`).not.toBe('');
		expect(html).toContain(bare(largest.text));
	});
}
