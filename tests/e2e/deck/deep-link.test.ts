import { cardOf, currentCard, expectCard, nextButton, openDeck, previousButton, slidesOf } from '../deck.ts';
import { expect, test } from '../fixtures.ts';
import { addressOf, card, cardAt, plan, topic } from '../plan.ts';

const innovation = topic('innovation');
const middle = cardAt(innovation, 4);

test('a card’s address opens on that card, with its own title', async ({ page }) => {
	await openDeck(page, addressOf(innovation, middle));
	await expectCard(page, middle);
	await expect(page).toHaveTitle(new RegExp(`^${card(middle).title.zh} · `));
	await expect(currentCard(page)).toHaveAttribute(
		'aria-label',
		`第 ${innovation.cards.indexOf(middle) + 1} 张，共 ${innovation.cards.length} 张`
	);
});

test('the rest of the deck arrives around the card, on both sides', async ({ page }) => {
	await openDeck(page, addressOf(innovation, middle));
	await expect(slidesOf(page)).toHaveCount(innovation.cards.length);
	await expectCard(page, middle);
	await expect(page).toHaveURL(addressOf(innovation, middle));

	await nextButton(page).tap();
	await expectCard(page, cardAt(innovation, 5));
	await previousButton(page).tap();
	await previousButton(page).tap();
	await expectCard(page, cardAt(innovation, 3));
});

test('the card does not move while the deck arrives around it', async ({ page }) => {
	await page.addInitScript((id) => {
		const places: string[] = [];
		Object.assign(window, { places });
		const look = () => {
			const box = document.querySelector(`[data-card="${id}"]`)?.getBoundingClientRect();
			if (box) places.push(`${Math.round(box.left)} ${Math.round(box.top)}`);
			requestAnimationFrame(look);
		};
		requestAnimationFrame(look);
	}, middle);
	await openDeck(page, addressOf(innovation, middle));
	await expect(slidesOf(page)).toHaveCount(innovation.cards.length);
	await page.waitForTimeout(500);

	const places = await page.evaluate(() => (window as unknown as { places: string[] }).places);
	expect(new Set(places).size).toBe(1);
});

test.describe('when the rest of the deck can’t be had', () => {
	test.use({ allowed: [/__data\.json|Failed to fetch/] });

	test('the buttons lead from card page to card page', async ({ page }) => {
		await page.route('**/topics/*/__data.json*', (route) => route.abort());
		await openDeck(page, addressOf(innovation, middle));
		await expect(cardOf(page, middle)).toBeVisible();
		await nextButton(page).tap();
		await expectCard(page, cardAt(innovation, 5));
	});
});

test('a card that two topics show can be opened in the deck of each', async ({ page }) => {
	const decksOf = (id: string) => plan.topics.filter(({ cards }) => cards.includes(id));
	const shared = plan.cards.find(({ id }) => decksOf(id).length > 1);
	if (!shared) throw new Error('No card of this plan is shown in two topics: this test needs one.');
	for (const deck of decksOf(shared.id)) {
		await openDeck(page, addressOf(deck, shared.id));
		await expect(slidesOf(page)).toHaveCount(deck.cards.length);
		await expectCard(page, shared.id);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(deck.name.zh);
	}
});
