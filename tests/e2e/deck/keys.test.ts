import { currentCard, expectCard, openDeck } from '../deck.ts';
import { expect, test } from '../fixtures.ts';
import { cardAt, topic } from '../plan.ts';

const transport = topic('transport');
const first = cardAt(transport, 0);
const second = cardAt(transport, 1);

test.beforeEach(async ({ page }) => {
	await openDeck(page, '/topics/transport');
});

test('the arrow keys turn cards, wherever the focus is', async ({ page }) => {
	await page.keyboard.press('ArrowRight');
	await expectCard(page, second);
	await page.keyboard.press('ArrowLeft');
	await expectCard(page, first);
});

test('End and Home lead to the last and the first card when the focus is in the deck', async ({ page }) => {
	await currentCard(page).getByRole('link').first().focus();
	await page.keyboard.press('End');
	await expectCard(page, cardAt(transport, -1));
	await page.keyboard.press('Home');
	await expectCard(page, first);
});

test('End scrolls the page when the focus is elsewhere', async ({ page }) => {
	await page.keyboard.press('End');
	await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
	await expectCard(page, first);
});

test('keys with a modifier stay the browser’s', async ({ page }) => {
	for (const key of ['Control+ArrowRight', 'Shift+ArrowRight', 'Meta+ArrowRight']) await page.keyboard.press(key);
	await page.waitForTimeout(500);
	await expectCard(page, first);
});
