import { cardOf, currentCard, deckOf, listSwitch, nextButton, offsetOf, previousButton, slidesOf } from '../deck.ts';
import { expect, swipe, test } from '../fixtures.ts';
import { languages } from '../languages.ts';
import { addressOf, cardAt, plan, topic } from '../plan.ts';

test.use({ javaScriptEnabled: false });

const city = topic('city');

test('the deck scrolls and snaps by itself', async ({ page }) => {
	await page.goto('/topics/city');
	await swipe(page, 0.6);
	await expect.poll(() => offsetOf(page, cardAt(city, 1))).toBeLessThan(2);
	await swipe(page, 0.2);
	await page.waitForTimeout(500);
	expect(await offsetOf(page, cardAt(city, 1))).toBeLessThan(2);
});

test('no card is out of reach', async ({ page }) => {
	await page.goto('/topics/city');
	await expect(slidesOf(page)).toHaveCount(city.cards.length);
	await expect(deckOf(page).locator('[inert]')).toHaveCount(0);
});

test('past the last card a link leads to the next topic', async ({ page }) => {
	await page.goto('/topics/city');
	const onward = deckOf(page).getByRole('link', { name: '下一个主题' });
	await onward.scrollIntoViewIfNeeded();
	await onward.tap();
	await expect(page).toHaveURL('/topics/rural');
});

test('the buttons lead from card page to card page, through the topic and on to the next', async ({ page }) => {
	await page.goto('/topics/city');
	for (const id of city.cards.slice(1)) {
		await nextButton(page).tap();
		await expect(page).toHaveURL(new RegExp(`^[^?]*${addressOf(city, id)}\\??$`));
		await expect(currentCard(page)).toHaveAttribute('data-card', id);
	}
	await nextButton(page).tap();
	await expect(page).toHaveURL(/\/topics\/rural\??$/);
	await previousButton(page).tap();
	await expect(page).toHaveURL(new RegExp(`${addressOf(city, cardAt(city, -1))}\\??$`));
});

test('the list switch shows all cards under each other', async ({ page }) => {
	await page.goto('/topics/city');
	await listSwitch(page).check();
	for (const slide of await slidesOf(page).all()) {
		const { x, width } = (await slide.boundingBox()) ?? { x: -1, width: 0 };
		expect(x).toBeGreaterThanOrEqual(0);
		expect(x + width).toBeLessThanOrEqual(360);
	}
});

test('a card’s evidence leads to its sentence, marked, and that back to the card', async ({ page }) => {
	await page.goto(addressOf(topic('trade'), 'freight-trains'));
	await cardOf(page, 'freight-trains').getByRole('link', { name: '看原文' }).tap();
	await expect(page).toHaveURL(/\/plan#s\d+$/);
	const marked = page.locator(':target');
	await expect(marked).toBeInViewport();
	await marked.locator('a[href$="/freight-trains"]').tap();
	await expect(page).toHaveURL('/topics/trade/freight-trains');
});

test('a chart’s numbers are there, in a sentence and in a table', async ({ page }) => {
	const withChart = plan.cards.find(({ chart }) => chart);
	if (!withChart?.chart) throw new Error('No card has a chart.');
	await page.goto(`/topics/${withChart.topic}/${withChart.id}`);
	const figure = page.getByRole('figure');
	await figure.locator('summary').tap();
	const rows = figure.getByRole('row');
	await expect(rows.first()).toBeVisible();
	for (const id of withChart.chart.figures) {
		await expect(figure.locator(`caption, figcaption`).locator(`[data-figure="${id}"]`).first()).toBeAttached();
		await expect(figure.getByRole('table').locator(`[data-figure="${id}"]`).first()).toBeVisible();
	}
});

for (const { root, mainNavigation } of languages) {
	test(`the main navigation leads everywhere, from ${root}/`, async ({ page }) => {
		await page.goto(root || '/');
		const navigation = page.getByRole('navigation', { name: mainNavigation });
		const links = navigation.getByRole('link');
		const places = await links.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
		expect(places).toEqual(expect.arrayContaining([root || '/', `${root}/plan`]));
		for (const place of places) {
			await navigation.locator(`a[href="${place}"]`).tap();
			await expect(page).toHaveURL(place);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			await expect(navigation.locator(`a[href="${place}"]`)).toHaveAttribute('aria-current', 'page');
		}
	});
}
