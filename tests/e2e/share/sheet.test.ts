import type { Page } from '@playwright/test';
import { cardOf, openDeck } from '../deck.ts';
import { expect, test } from '../fixtures.ts';

const path = '/topics/trade/freight-trains';
const picture = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64'
);

/** Puts a system share in place that keeps what it was given, and ends as the test says. */
async function withSystemShare(page: Page, end: 'shares' | 'NotAllowedError' | 'AbortError'): Promise<void> {
	await page.addInitScript((end) => {
		navigator.canShare = () => true;
		navigator.share = (data) => {
			const { title, url, text, files } = data ?? {};
			const given = [title, url, text, files?.map(({ name, type }) => `${name} ${type}`).join()];
			document.documentElement.dataset.shared = JSON.stringify(given);
			return end === 'shares' ? Promise.resolve() : Promise.reject(new DOMException('', end));
		};
	}, end);
}

async function openSheet(page: Page): Promise<void> {
	await page.route('**/share/*.png', (route) => route.fulfill({ body: picture, contentType: 'image/png' }));
	await openDeck(page, path);
	const answered = page.waitForResponse(/freight-trains-card\.png$/);
	await cardOf(page, 'freight-trains').getByRole('button', { name: '分享' }).tap();
	await answered;
	await expect(page.getByRole('dialog', { name: '分享' })).toBeVisible();
}

test('the system gets the picture as a file, the address and the number', async ({ page, baseURL }) => {
	await withSystemShare(page, 'shares');
	await openSheet(page);
	const shared = page.locator('html[data-shared]');
	await expect(async () => {
		await page.getByRole('button', { name: '发给朋友' }).tap();
		await expect(shared).toHaveAttribute('data-shared', /freight-trains-card\.png image\/png/);
	}).toPass();
	await expect(shared).toHaveAttribute('data-shared', new RegExp(`${baseURL ?? ''}${path}`));
	await expect(shared).toHaveAttribute('data-shared', /1500列以上/);
});

test('a system that refuses is told in a sentence', async ({ page }) => {
	await withSystemShare(page, 'NotAllowedError');
	await openSheet(page);
	await page.getByRole('button', { name: '发给朋友' }).tap();
	await expect(page.getByRole('dialog').getByRole('status')).toHaveText(/没有发出去/);
});

test('who closes the system’s dialog hears nothing of it', async ({ page }) => {
	await withSystemShare(page, 'AbortError');
	await openSheet(page);
	await page.getByRole('button', { name: '发给朋友' }).tap();
	await expect(page.locator('html[data-shared]')).toHaveCount(1);
	await expect(page.getByRole('dialog').getByRole('status')).toBeEmpty();
	await expect(page.getByRole('button', { name: '发给朋友' })).toBeEnabled();
});

test('a topic and an update go with their own picture, words and address', async ({ page, baseURL }) => {
	await withSystemShare(page, 'shares');
	await page.route('**/share/*.png', (route) => route.fulfill({ body: picture, contentType: 'image/png' }));
	const update = '2022-04-25-high-tech';
	for (const [from, name, file, address] of [
		['/topics/trade', /^分享：对外开放/, 'topic-trade', '/topics/trade'],
		['/following', /^分享：.*高新技术企业/, `update-${update}`, '/topics/innovation/high-tech-firms']
	] as const) {
		await page.goto(from);
		const answered = page.waitForResponse(new RegExp(`/${file}-card\\.png$`));
		await page.getByRole('button', { name }).first().tap();
		await answered;
		const shared = page.locator('html[data-shared]');
		await expect(async () => {
			await page.getByRole('button', { name: '发给朋友' }).tap();
			await expect(shared).toHaveAttribute('data-shared', new RegExp(`kandong-${file}-card\\.png image/png`));
		}).toPass();
		await expect(shared).toHaveAttribute('data-shared', new RegExp(`"${baseURL ?? ''}${address}"`));
	}
});

test('without a system share the other ways are there, and the keyboard alone is enough', async ({ page }) => {
	await page.addInitScript(() => {
		Object.defineProperty(navigator, 'share', { value: undefined });
	});
	await openSheet(page);
	const sheet = page.getByRole('dialog');
	await expect(sheet.getByRole('button', { name: '发给朋友' })).toHaveCount(0);
	await expect(sheet.getByRole('link', { name: '保存图片' })).toHaveAttribute('download', /\.png$/);
	for (const link of await sheet.locator('a[target=_blank]').all()) {
		await expect(link).toHaveAttribute('rel', /noopener noreferrer/);
	}
	await sheet.getByRole('button', { name: '二维码' }).press('Enter');
	await expect(sheet.getByRole('img', { name: /二维码/ })).toBeVisible();
	await page.keyboard.press('ArrowRight');
	await expect(cardOf(page, 'freight-trains')).toHaveAttribute('aria-current', 'true');
	await page.keyboard.press('Escape');
	await expect(sheet).toHaveCount(0);
	await expect(cardOf(page, 'freight-trains').getByRole('button', { name: '分享' })).toBeFocused();
});

test.describe('in WeChat', () => {
	test.use({ userAgent: 'Mozilla/5.0 (Linux; Android 13) Chrome/111.0 Mobile MicroMessenger/8.0.40' });

	test('there is the picture to press, and no link that would not work', async ({ page }) => {
		await openSheet(page);
		const sheet = page.getByRole('dialog');
		await expect(sheet.getByText('长按图片，发送给朋友或保存')).toBeVisible();
		await expect(sheet.locator('img')).toHaveAttribute('src', '/share/freight-trains-card.png');
		await expect(sheet.locator('a[target=_blank]')).toHaveCount(0);
	});
});
