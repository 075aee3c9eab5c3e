/**
 * `npm run shots`: pictures of every kind of page at the sizes and in the looks that a change should be seen in. They go
 * to test-results/shots and are compared by eye, not by a machine: pixels differ between font versions.
 * Needs a server: `npm start`, or SHOTS_ORIGIN for another one.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type BrowserContextOptions } from '@playwright/test';

const origin = process.env.SHOTS_ORIGIN ?? 'http://localhost:4173';
const folder = join(import.meta.dirname, '../test-results/shots');
const only = process.argv[2] ?? '';

const pages = [
	['home', '/'],
	['topic', '/topics/innovation'],
	['words', '/topics/education'],
	['card', '/topics/trade/freight-trains'],
	['ring', '/topics/economy/industry-mix'],
	['plan', '/plan#s054'],
	['about', '/about'],
	['missing', '/topics/nothing']
] as const;
const sizes = [
	[360, 740],
	[412, 915],
	[768, 1024],
	[1280, 800]
] as const;
const looks: readonly (readonly [string, BrowserContextOptions])[] = [
	['light', { colorScheme: 'light' }],
	['dark', { colorScheme: 'dark' }],
	['forced', { forcedColors: 'active' }]
];

await mkdir(folder, { recursive: true });
const browser = await chromium.launch({
	executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
	args: process.getuid?.() === 0 ? ['--no-sandbox'] : []
});
for (const [look, options] of looks) {
	for (const [width, height] of sizes) {
		const context = await browser.newContext({
			...options,
			viewport: { width, height },
			deviceScaleFactor: 2,
			hasTouch: width < 800
		});
		const page = await context.newPage();
		for (const [language, prefix] of [
			['zh', ''],
			['en', '/en']
		] as const) {
			for (const [name, path] of pages) {
				const file = `${name}-${language}-${width}-${look}.png`;
				if (!file.includes(only)) continue;
				await page.goto(origin + (path === '/' && prefix ? prefix : prefix + path));
				await page.waitForTimeout(500);
				await page.screenshot({ path: join(folder, file) });
			}
		}
		await context.close();
	}
}
await browser.close();
console.log(`Pictures are in ${folder}`);
