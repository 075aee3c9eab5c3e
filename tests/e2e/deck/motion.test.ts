import type { Page } from '@playwright/test';
import { deckOf, expectCard, nextButton, openDeck } from '../deck.ts';
import { expect, test } from '../fixtures.ts';
import { cardAt, topic } from '../plan.ts';

const city = topic('city');

/** Through how many places the deck goes on its way to the next card. */
async function placesOnTheWay(page: Page): Promise<number> {
	await openDeck(page, '/topics/city');
	const track = deckOf(page).locator('[data-card]').first().locator('..');
	const places = await track.evaluateHandle((element) => {
		const seen = new Set<number>();
		element.addEventListener('scroll', () => seen.add(Math.round(element.scrollLeft)));
		return seen;
	});
	await nextButton(page).tap();
	await expectCard(page, cardAt(city, 1));
	return places.evaluate((seen) => seen.size);
}

test('a button moves the deck smoothly', async ({ page }) => {
	expect(await placesOnTheWay(page)).toBeGreaterThan(2);
});

test('who wants no motion gets none: the next card is there at once', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	expect(await placesOnTheWay(page)).toBe(1);
});
