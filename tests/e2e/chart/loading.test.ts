import { currentCard, expectCard, nextButton, openDeck } from '../deck.ts';
import { expect, test } from '../fixtures.ts';
import { addressOf, cardAt, topic } from '../plan.ts';
import { chartOf, chartScript, drawingOf, farChart, isDrawn } from './charts.ts';

const script = chartScript();

test('Chart.js is loaded when a chart is about to be seen, and not before', async ({ page }) => {
	const far = farChart();
	const deck = topic(far.topic);
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	const loaded = () => asked.some((url) => url.endsWith(script));

	await openDeck(page, `/topics/${far.topic}`);
	await page.waitForTimeout(1000);
	expect(loaded()).toBe(false);

	for (const id of deck.cards.slice(1, deck.cards.indexOf(far.id) + 1)) {
		await nextButton(page).tap();
		await expectCard(page, id);
	}
	await expect.poll(() => isDrawn(drawingOf(page))).toBe(true);
	expect(loaded()).toBe(true);
});

test('sentence and table are there before the chart, and nothing moves when it comes', async ({ page }) => {
	const { id, topic: topicId, chart } = chartOf('bar');
	const waiting: (() => void)[] = [];
	await page.route(`**/${script}`, async (route) => {
		await new Promise<void>((go) => waiting.push(go));
		await route.continue();
	});
	await openDeck(page, addressOf(topic(topicId), id));
	const figure = currentCard(page).getByRole('figure');
	await expect.poll(() => waiting.length).toBe(1);

	for (const shown of chart.figures) {
		await expect(figure.locator('figcaption').locator(`[data-figure="${shown}"]`)).toHaveCount(1);
		await expect(figure.locator('table').locator(`[data-figure="${shown}"]`)).toHaveCount(1);
	}
	expect(await isDrawn(drawingOf(page))).toBe(false);
	const before = await figure.boundingBox();

	for (const go of waiting) go();
	await expect.poll(() => isDrawn(drawingOf(page))).toBe(true);
	expect(await figure.boundingBox()).toEqual(before);
});

test.describe('when Chart.js can’t be had', () => {
	test.use({ allowed: [/Failed to (?:load resource|fetch dynamically)/] });

	test('the card is whole, and says so', async ({ page }) => {
		const { id, topic: topicId, chart } = chartOf('bar');
		await page.route(`**/${script}`, (route) => route.abort());
		// The app loads the page once more before it gives up, and what a reader opens before that would close again.
		let loads = 0;
		page.on('load', () => loads++);
		await openDeck(page, addressOf(topic(topicId), id));
		const figure = currentCard(page).getByRole('figure');
		await expect.poll(() => loads).toBe(2);
		await expect(figure).toContainText('图表没有加载出来');

		await figure.locator('summary').tap();
		for (const shown of chart.figures) {
			await expect(figure.getByRole('table').locator(`[data-figure="${shown}"]`)).toBeVisible();
		}
		await nextButton(page).tap();
		const { cards } = topic(topicId);
		const next = cards[cards.indexOf(id) + 1];
		if (next !== undefined) await expectCard(page, next);
		expect(loads, 'what can’t be had is asked for once more, not for ever').toBe(2);
	});
});

test('a chart near the first card is drawn on its own page too', async ({ page }) => {
	await openDeck(page, addressOf(topic('innovation'), cardAt(topic('innovation'), 0)));
	await expect.poll(() => isDrawn(drawingOf(page).first())).toBe(true);
});
