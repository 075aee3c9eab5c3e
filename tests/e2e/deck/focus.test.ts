import type { Page } from '@playwright/test';
import { cardOf, currentCard, expectCard, nextButton, openDeck } from '../deck.ts';
import { expect, test } from '../fixtures.ts';
import { cardAt, topic } from '../plan.ts';

const safety = topic('safety');

/** Which card the focus is in; null when it is in none. */
function focusedCard(page: Page): Promise<string | null> {
	return page.evaluate(() => document.activeElement?.closest('[data-card]')?.getAttribute('data-card') ?? null);
}

test('focus inside a card goes with the reader to the next one', async ({ page }) => {
	await openDeck(page, '/topics/safety');
	await currentCard(page).getByRole('link').first().focus();
	await page.keyboard.press('ArrowRight');
	await expectCard(page, cardAt(safety, 1));
	await expect(cardOf(page, cardAt(safety, 1))).toBeFocused();
});

test('focus on a button stays on it', async ({ page }) => {
	await openDeck(page, '/topics/safety');
	await nextButton(page).focus();
	await page.keyboard.press('Enter');
	await expectCard(page, cardAt(safety, 1));
	await expect(nextButton(page)).toBeFocused();
});

test('Tab leads through the card in view and past all others', async ({ page }) => {
	await openDeck(page, '/topics/safety');
	const visited = new Set<string | null>();
	for (let presses = 0; presses < 40; presses++) {
		await page.keyboard.press('Tab');
		visited.add(await focusedCard(page));
		if (await nextButton(page).evaluate((button) => button === document.activeElement)) break;
	}
	await expect(nextButton(page)).toBeFocused();
	expect([...visited].filter((id) => id !== null)).toEqual([cardAt(safety, 0)]);
});

test('what has the focus is never hidden under the bars at the foot', async ({ page }) => {
	await openDeck(page, '/topics/economy');
	for (let presses = 0; presses < 40; presses++) {
		await page.keyboard.press('Tab');
		const hidden = await page.evaluate(() => {
			const focused = document.activeElement;
			if (!focused || focused === document.body || !focused.closest('[data-card]')) return undefined;
			const { left, top, width, height } = focused.getBoundingClientRect();
			const found = document.elementFromPoint(left + width / 2, top + height / 2);
			return found !== null && (focused.contains(found) || found.contains(focused)) ? undefined : focused.textContent;
		});
		expect(hidden).toBeUndefined();
		if (await nextButton(page).evaluate((button) => button === document.activeElement)) break;
	}
});

test('the skip link leads past the navigation to the content', async ({ page }) => {
	await page.goto('/topics/safety');
	await page.keyboard.press('Tab');
	const skip = page.getByRole('link', { name: '跳到正文' });
	await expect(skip).toBeFocused();
	await expect(skip).toBeInViewport({ ratio: 1 });
	await page.keyboard.press('Enter');
	await expect(page.getByRole('main')).toBeFocused();
});
