import { expect, test } from '../fixtures.ts';
import { expect as patient, test as offline } from '../offline/fixtures.ts';
import { goOffline, visit } from '../offline/phone.ts';

test('as one types, cards, numbers and sentences appear, marked, and the address keeps the query', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('link', { name: '搜索' }).tap();
	const field = page.getByRole('searchbox');
	await expect(field).toBeFocused();
	await field.pressSequentially('义乌');
	await expect(page.getByRole('region', { name: '卡片' }).locator('mark').first()).toHaveText('义乌');
	await expect(page.getByRole('region', { name: '原文' }).locator('mark').first()).toHaveText('义乌');
	await expect(page).toHaveURL(`/search?q=${encodeURIComponent('义乌')}`);
	await expect(page.getByRole('status').filter({ hasText: '找到' })).toBeAttached();

	await field.fill('一千三百九十九');
	const figure = page.getByRole('region', { name: '数字' }).getByRole('link').first();
	await expect(figure.locator('mark')).toHaveText('1399');
	await expect(page).toHaveURL(`/search?q=${encodeURIComponent('一千三百九十九')}`);
	await figure.tap();
	await expect(page).toHaveURL('/topics/trade/freight-trains');
});

test('the keyboard leads into the results and back', async ({ page }) => {
	await page.goto('/search?q=yiwu');
	const results = page.locator('[data-result]');
	await expect(results.first()).toBeVisible();
	await page.getByRole('searchbox').focus();
	await page.keyboard.press('ArrowDown');
	await expect(results.first()).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await expect(results.nth(1)).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('searchbox')).toBeFocused();
});

test('what is not there is said, and topics are offered', async ({ page }) => {
	await page.goto('/en/search?q=zzzzzz');
	await expect(page.getByText('Nothing found for “zzzzzz”.').last()).toBeVisible();
	await expect(page.getByRole('main').getByRole('link', { name: 'Healthcare' })).toBeVisible();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	test('the page leads to the plan’s text and to the topics', async ({ page }) => {
		await page.goto('/search?q=x');
		await expect(page.getByText('在页面中查找')).toBeVisible();
		await expect(page.getByRole('searchbox')).toBeHidden();
		await page.getByRole('main').getByRole('link', { name: '打开计划原文' }).tap();
		await expect(page).toHaveURL('/plan');
	});
});

for (const [root, query, card] of [
	['', '高企', 'high-tech-firms'],
	['/en', 'hospitl', 'hospitals-moved']
] as const) {
	offline(`without a network the search works too: ${root}/search`, async ({ page, context, network }) => {
		await visit(page, root || '/');
		await goOffline(context, network);
		await page.goto(`${root}/search?q=${encodeURIComponent(query)}`);
		await patient(page.locator('[data-result]').first()).toHaveAttribute('data-result', card);
	});
}
