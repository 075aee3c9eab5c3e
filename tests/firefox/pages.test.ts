/** What other browser tests see in Chromium alone: that pages come to life in Firefox too, without an error. */
import type { Page } from 'puppeteer-core/internal/api/Page.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFirefox } from '../../src/commands/firefox.js';
import { inProject } from '../../src/commands/project.js';
import { startSite, type Site } from '../e2e/offline/site.ts';
import { openFirefox, type Firefox } from './firefox.ts';

let firefox: Firefox;
let site: Site;
let page: Page;
const problems: string[] = [];

beforeAll(async () => {
	site = await startSite(inProject());
	firefox = await openFirefox(findFirefox() ?? '');
	page = await firefox.browser.newPage();
	page.on('console', (message) => {
		if (message.type() === 'error') problems.push(message.text());
	});
	page.on('pageerror', (error) => problems.push(String(error)));
}, 120_000);

afterAll(async () => {
	await firefox.close();
	await site.stop();
}, 60_000);

test.each([
	['the home page with its first card', '/', '[role="region"].live [data-card][aria-current="true"]'],
	['a card with its drawn chart', '/topics/trade/freight-trains', 'canvas'],
	['what is found', '/search?q=yiwu', '[data-result] mark'],
	['the sentence of the plan', '/plan#s046', '#s046:target'],
	['the ways to be told', '/following', '#channels h3'],
	['settings in English', '/en/settings', 'h1']
])(
	'Firefox shows %s',
	async (_, path, what) => {
		await page.goto(site.url + path);
		await page.waitForSelector(what, { visible: true, timeout: 60_000 });
		expect(problems).toEqual([]);
	},
	90_000
);
