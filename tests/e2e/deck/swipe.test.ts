import { currentCard, deckOf, expectCard, openDeck, slidesOf } from '../deck.ts';
import { expect, swipe, test } from '../fixtures.ts';
import { cardAt, topic } from '../plan.ts';
import { drag } from '../swipe.ts';

const innovation = topic('innovation');
const first = cardAt(innovation, 0);
const second = cardAt(innovation, 1);
const third = cardAt(innovation, 2);
const fourth = cardAt(innovation, 3);

test.beforeEach(async ({ page }) => {
	await openDeck(page, '/topics/innovation');
});

test('a drag over more than half of the card leads to the next one', async ({ page }) => {
	await swipe(page, 0.6);
	await expectCard(page, second);
});

test('a short quick flick leads to the next card', async ({ page }) => {
	await swipe(page, 0.15, { fast: true });
	await expectCard(page, second);
});

test('a short slow drag leads back to the same card', async ({ page }) => {
	await swipe(page, 0.2);
	await page.waitForTimeout(500);
	await expectCard(page, first);
});

test('a drag the other way leads to the card before', async ({ page }) => {
	await swipe(page, 0.6);
	await expectCard(page, second);
	await swipe(page, -0.6);
	await expectCard(page, first);
});

test('each of several hard flicks leads one card on and skips none', async ({ page }) => {
	for (const id of [second, third, fourth]) {
		// On a machine that is busy a flick can arrive as a slow drag, which leads back: then it is made again.
		await expect(async () => {
			if ((await currentCard(page).getAttribute('data-card')) !== id) await swipe(page, 0.4, { fast: true });
			await expect(currentCard(page)).toHaveAttribute('data-card', id, { timeout: 2500 });
		}).toPass({ timeout: 25_000 });
	}
	// Flicks harder than these can't be made reliably; that a snap point is never passed is the browser's promise.
	const stops = await slidesOf(page).evaluateAll((slides) =>
		slides.map((slide) => getComputedStyle(slide).scrollSnapStop)
	);
	expect(new Set(stops)).toEqual(new Set(['always']));
});

test('a finger moved up scrolls the page, and leaves the deck where it is', async ({ page }) => {
	const { x, y, width } = (await deckOf(page).boundingBox()) ?? { x: 0, y: 0, width: 0 };
	const from = { x: x + width / 2, y: y + 400 };
	// Nobody's thumb moves straight up.
	await drag(
		page,
		Array.from({ length: 13 }, (_, step) => ({ x: from.x - step * 3, y: from.y - step * 25 }))
	);

	await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
	await expectCard(page, first);
});
