import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { cardOf, openDeck } from '../deck.ts';
import { expect, test } from '../fixtures.ts';

const path = '/topics/trade/freight-trains';

async function openSheet(page: Page, path: string, button: string) {
	await openDeck(page, path);
	await cardOf(page, 'freight-trains').getByRole('button', { name: button }).press('Enter');
	const sheet = page.getByRole('dialog');
	await expect(sheet).toBeVisible();
	return sheet;
}

test('figures are saved as a table, the chart as a picture, with the keyboard alone', async ({ page }) => {
	const sheet = await openSheet(page, path, '保存');
	let saved = page.waitForEvent('download');
	await sheet.getByRole('link', { name: /这张卡片的数据/ }).press('Enter');
	const table = await saved;
	expect(table.suggestedFilename()).toBe('kandong-freight-trains.csv');
	expect(await readFile(await table.path(), 'utf8')).toMatch(/^\ufeff卡片,.*\r\n.*1500/);

	saved = page.waitForEvent('download');
	await sheet.getByRole('button', { name: /图表图片/ }).press('Enter');
	const picture = await saved;
	expect(picture.suggestedFilename()).toBe('kandong-freight-trains-chart.png');
	const png = await readFile(await picture.path());
	// PNG's own words for its width, and more than an empty sheet would take.
	expect([png.subarray(1, 4).toString(), png.readUInt32BE(16)]).toEqual(['PNG', 1800]);
	expect(png.length).toBeGreaterThan(20_000);
});

test('the code for another site is there to copy', async ({ page, origin }) => {
	const sheet = await openSheet(page, `/en${path}`, 'Save');
	await sheet.getByRole('button', { name: /Embed/ }).press('Enter');
	const code = sheet.getByRole('textbox', { name: 'Embed code' });
	await expect(code).toHaveValue(new RegExp(`^<iframe src="${origin}/en/embed/freight-trains" .*</iframe>$`));
	await sheet.getByRole('button', { name: 'Copy code' }).press('Enter');
	await expect(sheet.getByRole('status').filter({ hasText: 'Code copied' })).toBeVisible();
});

test('a topic is printed from any of its cards', async ({ page }) => {
	await page.addInitScript(() => {
		window.print = () => {
			document.documentElement.dataset.printed = location.pathname;
		};
	});
	const sheet = await openSheet(page, path, '保存');
	await sheet.getByRole('button', { name: '打印“对外开放”' }).press('Enter');
	await expect(page.locator('html')).toHaveAttribute('data-printed', '/topics/trade');
});

test('open sheets ask nobody outside for anything, and follow nobody', async ({ page, context, origin }) => {
	const asked: { url: string; referrer: string | undefined }[] = [];
	context.on('request', (request) => asked.push({ url: request.url(), referrer: request.headers().referer }));
	const sheet = await openSheet(page, path, '分享');
	await expect(sheet.locator('a[target=_blank]').first()).toBeVisible();
	for (const link of await sheet.locator('a[target=_blank]').all()) await link.hover();
	await page.keyboard.press('Escape');
	await cardOf(page, 'freight-trains').getByRole('button', { name: '保存' }).press('Enter');
	await expect(page.getByRole('dialog')).toBeVisible();
	await page.waitForLoadState('load');
	expect(
		asked
			.map(({ url }) => new URL(url))
			.filter((url) => url.origin !== origin || /[?&](?!x-sveltekit)/.test(url.search))
	).toEqual([]);
	expect(asked.flatMap(({ referrer }) => referrer ?? []).filter((referrer) => !referrer.startsWith(origin))).toEqual(
		[]
	);
});
