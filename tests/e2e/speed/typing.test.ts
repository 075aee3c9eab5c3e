import { expect, test } from '../fixtures.ts';
import { longestTask } from './slow-phone.ts';

/** As readers type: Chinese as it leaves the keyboard, pinyin and English letter by letter, a typo, a number. */
const queries = ['高新技术企业', 'jiuye', 'freight', 'hospitl', '1399'];
const limit = 100;

test('typing in the search never holds a slow phone up for 100 ms', async ({ page }) => {
	const rounds: number[] = [];
	// The best of three is what the app costs; the rest is what the machine was doing.
	while (rounds.length < 3 && !rounds.some((longest) => longest <= limit)) {
		await page.goto('/search');
		await expect(page.locator('.examples')).toBeVisible();
		const input = page.getByRole('searchbox');
		// What the app does when it is idle, once, is not what a key costs.
		await page.waitForTimeout(1500);
		rounds.push(
			await longestTask(page, async () => {
				for (const query of queries) {
					await input.fill('');
					await input.pressSequentially(query, { delay: 60 });
					await expect(page.locator('[data-result]').first()).toBeVisible();
				}
			})
		);
	}
	test.info().annotations.push({ type: 'longest tasks', description: `${rounds.map(Math.round).join(', ')} ms` });
	expect(Math.min(...rounds), `longest tasks: ${rounds.join(', ')} ms`).toBeLessThanOrEqual(limit);
});
