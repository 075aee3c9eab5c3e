import { expectCard, nextButton, openDeck, previousButton } from '../deck.ts';
import { expect, swipe, test } from '../fixtures.ts';
import { addressOf, cardAt, plan, topic, topicAfter } from '../plan.ts';

const education = topic('education');
const next = topicAfter(education);
const last = cardAt(education, -1);

test('a swipe past the last card leads to the next topic', async ({ page }) => {
	await openDeck(page, addressOf(education, last));
	await expectCard(page, last);
	await swipe(page, 0.6);
	await expect(page).toHaveURL(`/topics/${next.id}`);
	await expectCard(page, cardAt(next, 0));
});

test('the next button leads from the last card to the next topic', async ({ page }) => {
	await openDeck(page, addressOf(education, last));
	await expectCard(page, last);
	await nextButton(page).tap();
	await expect(page).toHaveURL(`/topics/${next.id}`);
	await expectCard(page, cardAt(next, 0));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(next.name.zh);
});

test('the arrow key does so too', async ({ page }) => {
	await openDeck(page, addressOf(education, last));
	await page.keyboard.press('End');
	await page.keyboard.press('ArrowRight');
	await expect(page).toHaveURL(`/topics/${next.id}`);
});

test('the previous button leads from a first card to the last card of the topic before', async ({ page }) => {
	await openDeck(page, `/topics/${next.id}`);
	await previousButton(page).tap();
	await expect(page).toHaveURL(addressOf(education, last));
	await expectCard(page, last);
});

test('after the last card of all comes the home page', async ({ page }) => {
	const final = plan.topics.at(-1) ?? education;
	await openDeck(page, addressOf(final, cardAt(final, -1)));
	await expectCard(page, cardAt(final, -1));
	await nextButton(page).tap();
	await expect(page).toHaveURL('/');
});
