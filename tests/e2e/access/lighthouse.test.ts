import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { expect, test } from '../fixtures.ts';

const pages = [
	['home', '/'],
	['a topic', '/topics/innovation'],
	['a card', '/topics/trade/freight-trains'],
	['the plan', '/plan']
] as const;

/** Where Lighthouse finds this worker's browser. */
const port = 9300 + Number(process.env.TEST_PARALLEL_INDEX ?? 0);

for (const [name, path] of pages) {
	test(`Lighthouse gives ${name} 100 in accessibility, best practices and SEO`, async ({ baseURL }, info) => {
		const executablePath = info.project.use.launchOptions?.executablePath;
		const browser = await chromium.launch({
			...(executablePath === undefined ? {} : { executablePath }),
			args: [`--remote-debugging-port=${port}`]
		});
		try {
			const result = await lighthouse(new URL(path, baseURL).href, {
				port,
				output: 'json',
				logLevel: 'error',
				// Speed is measured elsewhere: waiting for it to settle, and a picture of the whole page, would be for nothing.
				disableFullPageScreenshot: true,
				pauseAfterFcpMs: 0,
				pauseAfterLoadMs: 0,
				networkQuietThresholdMs: 500,
				cpuQuietThresholdMs: 0,
				onlyCategories: ['accessibility', 'best-practices', 'seo']
			});
			if (!result) throw new Error('Lighthouse gave no result.');
			const { categories, audits } = result.lhr;
			const failed = Object.values(audits)
				.filter(({ score, scoreDisplayMode }) => score !== null && score < 1 && scoreDisplayMode !== 'informative')
				.map(({ id }) => id);
			const scores = Object.fromEntries(Object.entries(categories).map(([id, { score }]) => [id, score]));
			expect(scores, failed.join(', ')).toEqual({ accessibility: 1, 'best-practices': 1, seo: 1 });
		} finally {
			await browser.close();
		}
	});
}
