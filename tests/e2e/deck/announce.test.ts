import type { Page } from '@playwright/test';
import { cardOf, currentCard, deckOf, expectCard, nextButton, openDeck, slidesOf } from '../deck.ts';
import { expect, swipe, test } from '../fixtures.ts';
import { card, cardAt, topic } from '../plan.ts';

const rural = topic('rural');
const total = rural.cards.length;
const position = (index: number) => `第 ${index + 1} 张，共 ${total} 张`;

/** Everything that live regions have said on the page, in order. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
	await page.evaluate(() => {
		const said: string[] = [];
		Object.assign(window, { said });
		for (const region of document.querySelectorAll('[role=region] [aria-live]')) {
			new MutationObserver(() => said.push(region.textContent)).observe(region, {
				characterData: true,
				childList: true,
				subtree: true
			});
		}
	});
	return () => page.evaluate(() => (window as unknown as { said: string[] }).said);
}

test('the deck says that it is one, and which card of how many each is', async ({ page }) => {
	await openDeck(page, '/topics/rural');
	await expect(deckOf(page)).toHaveAttribute('aria-roledescription', '卡片组');
	await expect(deckOf(page)).toHaveAccessibleName(/./);
	for (const [index, slide] of (await slidesOf(page).all()).entries()) {
		await expect(slide).toHaveAttribute('role', 'group');
		await expect(slide).toHaveAttribute('aria-roledescription', '卡片');
		await expect(slide).toHaveAttribute('aria-label', position(index));
		await expect(slide.locator('article')).toHaveCount(1);
	}
});

test('only the card in view is current, and all others are out of reach', async ({ page }) => {
	await openDeck(page, '/topics/rural');
	for (const index of [0, 1]) {
		await expect(currentCard(page)).toHaveAttribute('data-card', cardAt(rural, index));
		await expect(deckOf(page).locator('[data-card][inert]')).toHaveCount(total - 1);
		await expect(cardOf(page, cardAt(rural, index))).not.toHaveAttribute('inert');
		await nextButton(page).tap();
	}
});

test('arriving on a card is announced once, by its title and position', async ({ page }) => {
	await openDeck(page, '/topics/rural');
	const said = await listen(page);
	await swipe(page, 0.6);
	await expectCard(page, cardAt(rural, 1));
	await nextButton(page).tap();
	await expectCard(page, cardAt(rural, 2));
	await page.waitForTimeout(500);

	expect(await said()).toEqual([1, 2].map((index) => `${card(cardAt(rural, index)).title.zh}，${position(index)}`));
});

test('cards that are only passed on the way are not announced', async ({ page }) => {
	await openDeck(page, '/topics/rural');
	const said = await listen(page);
	await currentCard(page).getByRole('link').first().focus();
	await page.keyboard.press('End');
	await expectCard(page, cardAt(rural, -1));
	await page.waitForTimeout(500);
	expect(await said()).toHaveLength(1);
});

test('a swipe that leads back to the same card is not announced', async ({ page }) => {
	await openDeck(page, '/topics/rural');
	const said = await listen(page);
	await swipe(page, 0.2);
	await page.waitForTimeout(800);
	expect(await said()).toEqual([]);
});

test('in English the same is said in English', async ({ page }) => {
	await openDeck(page, '/en/topics/rural');
	await expect(deckOf(page)).toHaveAttribute('aria-roledescription', 'carousel');
	await expect(currentCard(page)).toHaveAttribute('aria-roledescription', 'slide');
	const said = await listen(page);
	await nextButton(page).tap();
	await expectCard(page, cardAt(rural, 1));
	await expect.poll(said).toEqual([`${card(cardAt(rural, 1)).title.en}, 2 of ${total}`]);
});
