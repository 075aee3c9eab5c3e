import { expectCard, nextButton, openDeck, previousButton } from '../deck.ts';
import { expect, test } from '../fixtures.ts';
import { addressOf, cardAt, topic } from '../plan.ts';

const trade = topic('trade');

test('the buttons lead one card on, and one back', async ({ page }) => {
	await openDeck(page, '/topics/trade');
	await nextButton(page).tap();
	await expectCard(page, cardAt(trade, 1));
	await previousButton(page).tap();
	await expectCard(page, cardAt(trade, 0));
});

test('two quick taps lead two cards on', async ({ page }) => {
	await openDeck(page, '/topics/trade');
	await nextButton(page).tap();
	await nextButton(page).tap();
	await expectCard(page, cardAt(trade, 2));
});

test('the buttons are within reach wherever on a long card the reader is', async ({ page }) => {
	const longest = cardAt(trade, 0);
	await openDeck(page, addressOf(trade, longest));
	for (const button of [previousButton(page), nextButton(page)]) {
		await expect(button).toBeInViewport({ ratio: 1 });
	}
	await page.evaluate(() => scrollBy(0, 300));
	for (const button of [previousButton(page), nextButton(page)]) {
		await expect(button).toBeInViewport({ ratio: 1 });
	}
});

test('before the first card of all is the home page', async ({ page }) => {
	await openDeck(page, '/topics/jobs');
	await previousButton(page).tap();
	await expect(page).toHaveURL('/');
});
