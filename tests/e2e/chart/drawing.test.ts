import { currentCard, listSwitch, openDeck } from '../deck.ts';
import { expect, test } from '../fixtures.ts';
import { languages } from '../languages.ts';
import { addressOf, topic } from '../plan.ts';
import { chartCards, chartOf, drawingOf, isDrawn, pictureOf } from './charts.ts';

const types = [...new Set(chartCards.map(({ chart }) => chart.type))];

for (const { locale, root } of languages) {
	for (const type of types) {
		test(`${locale}: a ${type} chart is drawn, also on the narrowest screen`, async ({ page }) => {
			const { id, topic: topicId } = chartOf(type);
			await page.setViewportSize({ width: 320, height: 640 });
			await openDeck(page, root + addressOf(topic(topicId), id));
			await expect.poll(() => isDrawn(drawingOf(page))).toBe(true);

			const { x, width } = (await drawingOf(page).boundingBox()) ?? { x: 0, width: 0 };
			expect(width).toBeGreaterThan(200);
			expect(x + width).toBeLessThanOrEqual(320);
		});
	}
}

test('the drawing is hidden from screen readers, which get its numbers as a sentence', async ({ page }) => {
	const { id, topic: topicId } = chartOf('bar');
	await openDeck(page, addressOf(topic(topicId), id));
	await expect(drawingOf(page)).toBeAttached();
	await expect(currentCard(page).locator('figure [aria-hidden=true] canvas')).toHaveCount(1);
});

test('the chart changes with the theme', async ({ page }) => {
	const { id, topic: topicId } = chartOf('bar');
	await openDeck(page, addressOf(topic(topicId), id));
	await expect.poll(() => isDrawn(drawingOf(page))).toBe(true);
	const light = await pictureOf(drawingOf(page));

	await page.emulateMedia({ colorScheme: 'dark' });
	await expect.poll(() => pictureOf(drawingOf(page))).not.toBe(light);
	await page.emulateMedia({ colorScheme: 'light' });
	await expect.poll(() => pictureOf(drawingOf(page))).toBe(light);
});

test('the chart fills its place after the screen was turned', async ({ page }) => {
	const { id, topic: topicId } = chartOf('bar');
	await openDeck(page, addressOf(topic(topicId), id));
	await expect.poll(() => isDrawn(drawingOf(page))).toBe(true);
	await page.setViewportSize({ width: 740, height: 360 });
	const place = currentCard(page).locator('figure > [data-rows]');
	await expect
		.poll(async () => (await drawingOf(page).boundingBox())?.width)
		.toBeCloseTo((await place.boundingBox())?.width ?? 0, 0);
	await expect.poll(() => isDrawn(drawingOf(page))).toBe(true);
});

for (const { way, open } of [
	{ way: 'a tap', open: 'tap' },
	{ way: 'the keyboard', open: 'Enter' }
]) {
	test(`the table opens by ${way}, and has a row for each number`, async ({ page }) => {
		const { id, topic: topicId, chart } = chartOf('bar');
		await openDeck(page, addressOf(topic(topicId), id));
		const figure = currentCard(page).getByRole('figure');
		const summary = figure.locator('summary');
		if (open === 'tap') await summary.tap();
		else {
			await summary.focus();
			await page.keyboard.press(open);
		}

		const table = figure.getByRole('table');
		await expect(table).toBeVisible();
		await expect(table.getByRole('columnheader')).toHaveCount(4);
		await expect(table.getByRole('rowheader')).toHaveCount(chart.figures.length);
		for (const shown of chart.figures) await expect(table.locator(`[data-figure="${shown}"]`)).toBeVisible();
	});
}

test('a drag that begins on a chart moves the deck or the page, never the chart', async ({ page }) => {
	const { id, topic: topicId } = chartOf('bar');
	await openDeck(page, addressOf(topic(topicId), id));
	await expect.poll(() => isDrawn(drawingOf(page))).toBe(true);
	const picture = await pictureOf(drawingOf(page));
	await expect(drawingOf(page)).toHaveCSS('touch-action', 'auto');
	await drawingOf(page).tap();
	expect(await pictureOf(drawingOf(page))).toBe(picture);
});

test('in the list every chart is drawn as the reader comes to it', async ({ page }) => {
	const { topic: topicId } = chartOf('bar');
	await openDeck(page, `/topics/${topicId}`);
	await listSwitch(page).check();
	for (const canvas of await page.locator('figure canvas').all()) {
		await canvas.scrollIntoViewIfNeeded();
		await expect.poll(() => isDrawn(canvas)).toBe(true);
	}
});
