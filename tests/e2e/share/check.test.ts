import { codeFrom } from '../../../src/lib/plan/check-code.ts';
import { expect, test } from '../fixtures.ts';
import { readFromPhotograph } from './photograph.ts';

for (const { language, prefix } of [
	{ language: 'Chinese', prefix: '' },
	{ language: 'English', prefix: '/en' }
]) {
	test(`a picture forwarded twice and photographed leads to its card and its sentence, in ${language}`, async ({
		page
	}) => {
		test.slow();
		const address = new URL((await readFromPhotograph(`${prefix}/share/high-tech-firms-card.png`)) ?? 'nothing:');
		await page.goto(address.pathname);
		await expect(page.locator('[data-verdict]')).toHaveAttribute('data-verdict', 'current');
		const quote = (await page.locator('blockquote').textContent()) ?? '';
		await page.locator(`a[href^="${prefix}/plan#s"]`).click();
		await expect(page.locator(':target')).toContainText(quote.trim());
		await page.goBack();
		await page.locator('article h2 a').click();
		await expect(page).toHaveURL(`${prefix}/topics/innovation/high-tech-firms`);
		await expect(page.locator('[aria-current="true"]')).toHaveAttribute('data-card', 'high-tech-firms');
	});
}

test('a code that nobody gave out is told from one that was misread, and one can be typed', async ({ page }) => {
	const strange = codeFrom('0123456789abcdef');
	const verdict = page.locator('[data-verdict]');
	await page.goto(`/v/${strange}`);
	await expect(verdict).toHaveAttribute('data-verdict', 'unknown');
	await page.goto(`/v/${strange.slice(0, 6)}0`);
	await expect(verdict).toHaveAttribute('data-verdict', 'damaged');

	const code = new URL((await readFromPhotograph('/share/gdp-card.png')) ?? 'nothing:').pathname.slice('/v/'.length);
	await page.getByLabel('图片上的核对码').fill(`${code.slice(0, 3)}-${code.slice(3).toLowerCase()} `);
	await page.getByRole('button', { name: '核对' }).press('Enter');
	await expect(verdict).toHaveAttribute('data-verdict', 'current');

	await page.getByRole('link', { name: 'English' }).click();
	await expect(page).toHaveURL(/\/en\/v\//);
	await expect(verdict).toHaveAttribute('data-verdict', 'current');
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('a code can be typed too', async ({ page }) => {
		await page.goto('/en/v');
		await page.getByLabel('Check code on the picture').fill('<b>0');
		await page.getByRole('button', { name: 'Check' }).click();
		await expect(page).toHaveURL('/en/v/%3Cb%3E0');
		await expect(page.locator('[data-verdict]')).toHaveAttribute('data-verdict', 'damaged');
	});
});
