import { expect, test } from './fixtures.ts';
import { watch } from './watch.ts';

// What these tests provoke would fail them otherwise, as it fails all the others.
test.use({ allowed: [/./] });

test.beforeEach(async ({ context }) => {
	await context.route('https://elsewhere.example/**', (route) => route.fulfill({ body: '' }));
});

test('a page that asks another origin for something is caught', async ({ page, context, baseURL }) => {
	const problems = watch(context, baseURL ?? '');
	await page.goto('/robots.txt');
	await page.setContent('<img alt="" src="https://elsewhere.example/pixel.png">');
	await expect.poll(() => problems).toContain('request outside the origin: https://elsewhere.example/pixel.png');
});

test('a page that throws is caught', async ({ page, context, baseURL }) => {
	const problems = watch(context, baseURL ?? '');
	await page.goto('/robots.txt');
	await page.evaluate(() => {
		void Promise.reject(new Error('lost the thread'));
	});
	await expect.poll(() => problems.join()).toContain('uncaught error: Error: lost the thread');
});

test('a page that logs an error is caught', async ({ page, context, baseURL }) => {
	const problems = watch(context, baseURL ?? '');
	await page.goto('/robots.txt');
	await page.evaluate(() => {
		console.error('no such figure');
	});
	await expect.poll(() => problems.join()).toContain('console error: no such figure');
});
