import { isDrawn, drawingOf } from '../chart/charts.ts';
import { currentCard, nextButton, openDeck, previousButton } from '../deck.ts';
import { expect, test } from '../fixtures.ts';

test.beforeEach(async ({ page }) => {
	await page.emulateMedia({ forcedColors: 'active' });
});

test('cards and buttons keep their edges when the reader’s colours replace ours', async ({ page }) => {
	await openDeck(page, '/topics/innovation');
	for (const edged of [currentCard(page).locator('article'), nextButton(page), previousButton(page)]) {
		await expect(edged).toHaveCSS('border-top-style', /solid|dashed/);
		await expect(edged).not.toHaveCSS('border-top-width', '0px');
	}
});

test('charts are drawn in the reader’s colours', async ({ page }) => {
	await openDeck(page, '/topics/innovation/high-tech-firms');
	await expect.poll(() => isDrawn(drawingOf(page))).toBe(true);
	const colours = await drawingOf(page).evaluate((canvas) => {
		if (!(canvas instanceof HTMLCanvasElement)) throw new Error('This is no canvas.');
		const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
		const tinted = new Set<string>();
		for (let at = 0; at < pixels.length; at += 4) {
			const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.slice(at, at + 4);
			if (alpha === 255 && (Math.abs(red - green) > 8 || Math.abs(green - blue) > 8))
				tinted.add(`${red} ${green} ${blue}`);
		}
		return [...tinted];
	});
	// The forced palette of the test browser is black and white: the topic's own hue must be gone.
	expect(colours).toEqual([]);
});

test('the place that is current, and the sentence that was looked for, are marked by more than colour', async ({
	page
}) => {
	await page.goto('/plan#s036');
	await expect(page.locator('#s036')).toHaveCSS('outline-style', 'solid');
	await expect(page.locator('#s036')).not.toHaveCSS('outline-width', '0px');

	const place = page.getByRole('navigation', { name: '主导航' }).getByRole('link');
	const weights = await place.evaluateAll((links) =>
		links.map((link) => [link.getAttribute('aria-current'), getComputedStyle(link).fontWeight] as const)
	);
	const current = weights.find(([current]) => current === 'page')?.[1];
	expect(weights.filter(([, weight]) => weight === current)).toHaveLength(1);
});
