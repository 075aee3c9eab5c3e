import { cardOf, currentCard, deckOf, expectCard, listSwitch, nextButton, openDeck, slidesOf } from '../deck.ts';
import { expect, test } from '../fixtures.ts';
import { cardAt, topic } from '../plan.ts';

const economy = topic('economy');

test.beforeEach(async ({ page }) => {
	await openDeck(page, '/topics/economy');
});

test('the list shows every card of the topic, one under the other', async ({ page }) => {
	await listSwitch(page).check();

	await expect(slidesOf(page)).toHaveCount(economy.cards.length);
	const tops: number[] = [];
	for (const slide of await slidesOf(page).all()) {
		await expect(slide).toBeVisible();
		const { x, y, width } = (await slide.boundingBox()) ?? { x: -1, y: -1, width: 0 };
		expect(x).toBeGreaterThanOrEqual(0);
		expect(x + width).toBeLessThanOrEqual(360);
		tops.push(y);
	}
	expect(tops).toEqual(tops.toSorted((a, b) => a - b));
	expect(new Set(tops).size).toBe(economy.cards.length);
});

test('in the list every card can be reached and used', async ({ page }) => {
	await listSwitch(page).check();
	await expect(deckOf(page).locator('[data-card][inert]')).toHaveCount(0);
	await cardOf(page, cardAt(economy, -1)).getByRole('link').last().focus();
	await expect(cardOf(page, cardAt(economy, -1)).getByRole('link').last()).toBeInViewport();
});

test('back from the list the deck stands on the card it stood on', async ({ page }) => {
	await nextButton(page).tap();
	await expectCard(page, cardAt(economy, 1));
	await listSwitch(page).check();
	await listSwitch(page).uncheck();
	await expectCard(page, cardAt(economy, 1));
	await expect(page).toHaveURL(`/topics/economy/${cardAt(economy, 1)}`);
});

test('in the list the next button leads to the next card', async ({ page }) => {
	await listSwitch(page).check();
	await nextButton(page).tap();
	await nextButton(page).tap();
	await expect(cardOf(page, cardAt(economy, 2))).toBeInViewport();
	await expect(currentCard(page)).toHaveAttribute('data-card', cardAt(economy, 2));
});

test('the list’s switch works from the keyboard', async ({ page }) => {
	await listSwitch(page).focus();
	await page.keyboard.press('Space');
	await expect(listSwitch(page)).toBeChecked();
	await expect(cardOf(page, cardAt(economy, 1))).not.toHaveAttribute('inert');
});
