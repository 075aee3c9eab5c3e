/**
 * English pages as if they were in a language that has longer words and is written from right to left: what a third
 * language would meet. The page's direction is changed before its scripts start, its texts once they run.
 */
import type { Page } from '@playwright/test';
import { drawingOf, isDrawn } from '../chart/charts.ts';
import { currentCard, nextButton, previousButton } from '../deck.ts';
import { expect, swipe, test } from '../fixtures.ts';
import { cardAt, topic } from '../plan.ts';
import { misfits } from './misfits.ts';
import { inEnglish, kindsOfPage, missing } from './pages.ts';

test.use({ allowed: missing });

test.beforeEach(async ({ page }) => {
	await page.route(
		(url) => /^\/en(\/|$)/.test(url.pathname) && !url.pathname.includes('.'),
		async (route) => {
			const response = await route.fetch();
			const body = await response.text();
			await route.fulfill({ response, body: body.replace('lang="en" dir="ltr"', 'lang="en-XB" dir="rtl"') });
		}
	);
});

/** Every text of the page's own language a third longer and accented; what is marked as Chinese stays. */
async function lengthen(page: Page): Promise<void> {
	await page.evaluate(() => {
		const accents: Readonly<Record<string, string>> = {
			a: 'á',
			e: 'ḗ',
			i: 'ī',
			o: 'ǿ',
			u: 'ŭ',
			n: 'ƞ',
			s: 'ş',
			t: 'ŧ'
		};
		const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let text = texts.nextNode(); text; text = texts.nextNode()) {
			if (text.parentElement?.closest('[lang|=zh], script, style, data')) continue;
			text.nodeValue = (text.nodeValue ?? '').replace(/\p{L}+/gu, (word) => {
				const accented = word.replace(/[aeinostu]/g, (letter) => accents[letter] ?? letter);
				// The English words are broken where Chinese ones would be; a longer language has more of them.
				return word.length > 3 ? accented + accented.slice(-Math.ceil(word.length / 3)) : accented;
			});
		}
	});
}

for (const [name, path] of kindsOfPage) {
	test(`${name}: longer words, from right to left, fit a phone, and what points forward points to the left`, async ({
		page
	}) => {
		await page.goto(inEnglish(path));
		await lengthen(page);
		expect.soft(await misfits(page)).toEqual([]);
		const unturned = await page
			.locator('svg:has(use[href$="-left"], use[href$="-right"])')
			.evaluateAll(
				(icons) => icons.filter((icon) => getComputedStyle(icon).transform !== 'matrix(-1, 0, 0, 1, 0, 0)').length
			);
		expect.soft(unturned).toBe(0);
		// The page starts at the right: its main heading does, unless something stands before it.
		const heading = page.getByRole('heading', { level: 1 });
		await expect(heading).toHaveCSS('direction', 'rtl');
	});
}

test('the next card lies to the left: for a swipe, for the arrow keys and for the buttons', async ({ page }) => {
	const { id, cards } = topic('trade');
	await page.goto(`/en/topics/${id}`);
	await expect(page.locator('[role=region].live')).toBeVisible();
	const at = (place: number) =>
		expect(currentCard(page)).toHaveAttribute('data-card', cards[place] ?? cardAt(topic(id), place));
	await at(0);
	await page.keyboard.press('ArrowLeft');
	await at(1);
	await page.keyboard.press('ArrowRight');
	await at(0);
	await nextButton(page).tap();
	await at(1);
	await previousButton(page).tap();
	await at(0);
	const edges = await page
		.locator('[data-card]')
		.evaluateAll((slides) => slides.slice(0, 2).map((slide) => slide.getBoundingClientRect().left));
	expect(edges[1]).toBeLessThan(edges[0] ?? 0);
	await swipe(page, -0.6);
	await at(1);
});

test('a chart’s bars grow from the right', async ({ page }) => {
	await page.goto('/en/topics/trade/freight-trains');
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
