/**
 * A third language, added as files: longer, accented, from right to left. Its pages have all their texts in it, fit a phone,
 * and are mirrored.
 */
import { drawingOf, isDrawn } from '../chart/charts.ts';
import { kindsOfPage, missing } from '../access/pages.ts';
import { misfits } from '../access/misfits.ts';
import { currentCard } from '../deck.ts';
import { swipe } from '../fixtures.ts';
import { cardAt, topic } from '../plan.ts';
import { expect, test } from './fixtures.ts';
import { inPseudo } from './language.ts';
import { leftBehind } from './left-behind.ts';
import { say } from './say.ts';

test.use({ allowed: missing });

for (const [name, path] of kindsOfPage) {
	test(`${name}: no text is left behind, nothing overflows, and what points forward points to the left`, async ({
		page
	}) => {
		await page.goto(inPseudo(path));
		const heading = page.getByRole('heading', { level: 1 });
		await expect(heading).toHaveCSS('direction', 'rtl');
		for (const width of [360, 320]) {
			await page.setViewportSize({ width, height: 740 });
			expect.soft(await misfits(page), `at ${width} px`).toEqual([]);
		}
		// Last, when scripts have said what they have to say.
		if (name === 'search') await expect(page.locator('[data-result]').first()).toBeVisible();
		expect.soft(await leftBehind(page)).toEqual([]);
		const unturned = await page
			.locator('svg:has(use[href$="-left"], use[href$="-right"])')
			.evaluateAll(
				(icons) => icons.filter((icon) => getComputedStyle(icon).transform !== 'matrix(-1, 0, 0, 1, 0, 0)').length
			);
		expect.soft(unturned).toBe(0);
	});
}

test('the next card lies to the left: for a swipe, for the arrow keys and for the buttons', async ({ page }) => {
	const { id, cards } = topic('trade');
	await page.goto(inPseudo(`/topics/${id}`));
	await expect(page.locator('[role=region].live')).toBeVisible();
	const at = (place: number) =>
		expect(currentCard(page)).toHaveAttribute('data-card', cards[place] ?? cardAt(topic(id), place));
	await at(0);
	await page.keyboard.press('ArrowLeft');
	await at(1);
	await page.keyboard.press('ArrowRight');
	await at(0);
	await page.getByRole('button', { name: say('Next card') }).tap();
	await at(1);
	await page.getByRole('button', { name: say('Previous card') }).tap();
	await at(0);
	const edges = await page
		.locator('[data-card]')
		.evaluateAll((slides) => slides.slice(0, 2).map((slide) => slide.getBoundingClientRect().left));
	expect(edges[1]).toBeLessThan(edges[0] ?? 0);
	await swipe(page, -0.6);
	await at(1);
});

test('a chart’s bars grow from the right', async ({ page }) => {
	await page.goto(inPseudo('/topics/trade/freight-trains'));
	await expect.poll(() => isDrawn(drawingOf(page))).toBe(true);
	// The first bar is shorter than the second, and open to the left: the row's first pixels there are bare.
	const bare = await drawingOf(page).evaluate((canvas) => {
		if (!(canvas instanceof HTMLCanvasElement)) throw new Error('This is no canvas.');
		const context = canvas.getContext('2d');
		const filled = (x: number) => {
			const column = context?.getImageData(x, 0, 1, canvas.height).data ?? new Uint8ClampedArray();
			let count = 0;
			for (let index = 3; index < column.length; index += 4) if ((column[index] ?? 0) > 200) count++;
			return count;
		};
		return filled(8) < filled(canvas.width - 8);
	});
	expect(bare).toBe(true);
});

test('what is told of a page elsewhere is in its language too: the head, the feed, the table, the picture', async ({
	page,
	request
}) => {
	await page.goto(inPseudo('/topics/trade/freight-trains'));
	await expect(page.locator('link[hreflang="en-XB"]')).toHaveAttribute('href', /\/xb\/topics\/trade\/freight-trains$/);
	await expect(page.locator('meta[property="og:locale"]')).toHaveAttribute('content', 'en_XB');
	const feed = (await (await request.get(inPseudo('/feeds/trade.json'))).json()) as Record<string, unknown>;
	expect(feed).toMatchObject({ language: 'en-XB', title: expect.stringContaining(say('Trade')) });
	expect(await (await request.get(inPseudo('/data/freight-trains.csv'))).text()).toContain(say('trains'));
	const picture = await request.get(inPseudo('/share/freight-trains.jpg'));
	expect(picture.headers()['content-type']).toBe('image/jpeg');
	const refused = await request.get('/oembed', { headers: { 'accept-language': 'xb' } });
	expect(await refused.json()).toMatchObject({ title: expect.stringContaining(say('The parameter')) });
});
