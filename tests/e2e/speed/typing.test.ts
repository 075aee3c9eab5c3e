import { expect, test } from '../fixtures.ts';
import { traced } from './slow-phone.ts';

/** As readers type: Chinese as it leaves the keyboard, pinyin and English letter by letter, a typo, a number. */
const queries = ['高新技术企业', 'jiuye', 'freight', 'hospitl', '1399'];
/** Milliseconds from a key to what it found. A quiet machine needs 15 to 35, for the first key of a visit too. */
const limit = 50;
/** For the key that takes longest, on a machine that is not quiet. */
const longest = 100;

test('a slow phone shows what a key found within 50 ms', async ({ page }) => {
	test.slow();
	const rounds: number[][] = [];
	const bestOfEach = () => (rounds[0] ?? []).map((_, key) => Math.min(...rounds.map((round) => round[key] ?? NaN)));
	const best = () => bestOfEach().toSorted((a, b) => a - b);
	// What each key costs at its best is what the app costs; the rest is what the machine was doing.
	while (rounds.length < 3 || (rounds.length < 5 && (best().at(-1) ?? 0) > limit)) {
		await page.goto('/search');
		await expect(page.locator('.examples')).toBeVisible();
		const input = page.getByRole('searchbox');
		// What the app does when it is idle, once, is not what a key costs.
		await page.waitForTimeout(2000);
		const { keys } = await traced(page, async () => {
			for (const query of queries) {
				await input.pressSequentially(query, { delay: 150 });
				await expect(page.locator('[data-result]').first()).toBeVisible();
				// A change too, after which the topics are there again.
				await input.clear();
			}
		});
		rounds.push(keys);
	}
	const times = best();
	const median = times[times.length >> 1] ?? NaN;
	const told = times.map(Math.round).join(', ');
	test.info().annotations.push({ type: 'from a key to what it found', description: `${told} ms` });
	expect(times).toHaveLength(queries.join('').length + queries.length);
	expect(median, told).toBeLessThanOrEqual(limit);
	expect(times.at(-1), told).toBeLessThanOrEqual(longest);
});
