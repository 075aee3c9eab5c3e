import { expectCard, nextButton, openDeck } from '../deck.ts';
import { expect, swipe, test } from '../fixtures.ts';
import { addressOf, cardAt, topic } from '../plan.ts';

const reform = topic('reform');
const second = cardAt(reform, 1);
const third = cardAt(reform, 2);

test('the address follows the card, however the reader came to it', async ({ page }) => {
	await openDeck(page, '/topics/reform');
	await swipe(page, 0.6);
	await expect(page).toHaveURL(addressOf(reform, second));
	await nextButton(page).tap();
	await expect(page).toHaveURL(addressOf(reform, third));
	await page.keyboard.press('ArrowLeft');
	await expect(page).toHaveURL(addressOf(reform, second));
});

test('after a reload the deck stands on the same card', async ({ page }) => {
	await openDeck(page, '/topics/reform');
	await nextButton(page).tap();
	await expect(page).toHaveURL(addressOf(reform, second));
	await page.reload();
	await expectCard(page, second);
});

test('turning cards adds nothing to the history: one step back leaves the topic', async ({ page }) => {
	await openDeck(page, '/');
	const { length } = await page.evaluate(() => ({ length: history.length }));
	await page.getByRole('link', { name: reform.name.zh, exact: true }).first().tap();
	await expect(page).toHaveURL('/topics/reform');
	for (const id of [second, third]) {
		await nextButton(page).tap();
		await expectCard(page, id);
	}
	expect(await page.evaluate(() => history.length)).toBe(length + 1);
	await page.goBack();
	await expect(page).toHaveURL(/\/(?:#.*)?$/);
});

test('back from the plan, and forward again, each page is as it was', async ({ page }) => {
	await openDeck(page, '/topics/reform');
	await nextButton(page).tap();
	await expectCard(page, second);
	await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '原文' }).tap();
	await expect(page).toHaveURL('/plan');

	await page.goBack();
	await expect(page).toHaveURL(addressOf(reform, second));
	await expectCard(page, second);

	await page.goForward();
	await expect(page).toHaveURL('/plan');
	await page.goBack();
	await expectCard(page, second);
});
