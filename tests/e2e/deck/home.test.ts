import { currentCard, expectCard, nextButton, openDeck, slidesOf } from '../deck.ts';
import { expect, swipe, test } from '../fixtures.ts';
import { plan, topic } from '../plan.ts';

const chips = (name: string) => ({ name, exact: true });

test('the home deck shows the lead card of every topic, in order', async ({ page }) => {
	await openDeck(page, '/');
	const ids = await slidesOf(page).evaluateAll((slides) => slides.map((slide) => slide.getAttribute('data-card')));
	expect(ids.slice(0, plan.topics.length)).toEqual(plan.topics.map(({ lead }) => lead));
});

test('every topic has a chip, which leads to it', async ({ page }) => {
	await openDeck(page, '/');
	const navigation = page.getByRole('navigation', { name: '主题' });
	await expect(navigation.getByRole('link')).toHaveText(plan.topics.map(({ name }) => name.zh));
	await navigation.getByRole('link', chips(topic('healthcare').name.zh)).tap();
	await expect(page).toHaveURL('/topics/healthcare');
});

test('the chips can be scrolled to the last one, and the page stays as wide as the screen', async ({ page }) => {
	await openDeck(page, '/');
	const last = page.getByRole('navigation', { name: '主题' }).getByRole('link').last();
	await last.scrollIntoViewIfNeeded();
	await expect(last).toBeInViewport({ ratio: 0.9 });
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test('a swipe leads to the next topic’s card, and the address names the topic', async ({ page }) => {
	await openDeck(page, '/');
	await swipe(page, 0.6);
	await expectCard(page, topic('education').lead);
	await expect(page).toHaveURL('/#education');
});

test('an address that names a topic opens on its card', async ({ page }) => {
	await openDeck(page, '/#trade');
	await expectCard(page, topic('trade').lead);
});

test('a card leads to its topic, and the way back leads to that card', async ({ page }) => {
	await openDeck(page, '/#environment');
	await expectCard(page, topic('environment').lead);
	await currentCard(page)
		.getByRole('link', { name: /^看这个主题/ })
		.tap();
	await expect(page).toHaveURL('/topics/environment');
	await page.getByRole('link', { name: '回到全部主题' }).first().tap();
	await expect(page).toHaveURL('/#environment');
	await expectCard(page, topic('environment').lead);
});

test('after a reload, and back from a topic, the home deck stands where it was', async ({ page }) => {
	await openDeck(page, '/');
	await nextButton(page).tap();
	await nextButton(page).tap();
	await expectCard(page, topic('healthcare').lead);
	await page.reload();
	await expectCard(page, topic('healthcare').lead);

	await currentCard(page)
		.getByRole('link', { name: /^看这个主题/ })
		.tap();
	await expect(page).toHaveURL('/topics/healthcare');
	await page.goBack();
	await expectCard(page, topic('healthcare').lead);
});

test('the plan’s own caveat closes the home deck', async ({ page }) => {
	const caveat = plan.cards.find(({ kind }) => kind === 'caveat');
	await openDeck(page, `/#${caveat?.id ?? ''}`);
	await expectCard(page, caveat?.id ?? '');
	await expect(slidesOf(page).last()).toHaveAttribute('data-card', caveat?.id ?? '');
});
