import type { Page } from '@playwright/test';
import { readCode } from '../../../src/lib/share/check-code.ts';
import { expect, test } from '../fixtures.ts';
import { card, plan, topic } from '../plan.ts';

/** How many pages a PDF has, and whether each is A4: read from its own table of pages. */
async function sheets(page: Page): Promise<{ pages: number; a4: boolean }> {
	const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
	const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
	const a4 = boxes.every(
		([, width, height]) => Math.abs(Number(width) - 595) < 1 && Math.abs(Number(height) - 842) < 1
	);
	return { pages: Number(/\/Type \/Pages[^>]*\/Count (\d+)/.exec(pdf)?.[1]), a4 };
}

/** What is on paper of a page, and what of it is wider than the paper or hidden in a box that is too small. */
async function paper(page: Page) {
	await page.emulateMedia({ media: 'print' });
	// A4 less its margins, at 96 px an inch.
	await page.setViewportSize({ width: 672, height: 1000 });
	const cards = page.locator('[data-card]:visible');
	return {
		cards: await cards.evaluateAll((slides) => slides.map((slide) => slide.getAttribute('data-card'))),
		text: await page.locator('main').innerText(),
		cut: await cards.evaluateAll((slides) =>
			slides
				.flatMap((slide) => [slide, ...slide.querySelectorAll('*')])
				.filter((element) => element instanceof HTMLElement && element.checkVisibility())
				.filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
				.map(({ outerHTML }) => outerHTML.slice(0, 80))
		)
	};
}

const sentencesOf = (cards: readonly string[]) =>
	plan.sentences
		.filter((sentence) => cards.some((id) => card(id).sentences.includes(sentence.id)))
		.map(({ start, end }) => plan.source.text.slice(start, end));

for (const [name, path, id] of [
	['a topic', '/topics/trade', 'trade'],
	['a topic in English', '/en/topics/economy', 'economy'],
	['a topic in 长辈版', '/elder/topics/jobs', 'jobs']
] as const) {
	test(`${name} prints as A4 pages with every card, its sentences and a code`, async ({ page }) => {
		const { cards } = topic(id);
		const locale = path.startsWith('/en') ? 'en' : 'zh';
		await page.goto(path);
		await expect(page.locator('.deck.live')).toBeVisible();
		const printed = await paper(page);
		expect(printed.cards).toEqual(cards);
		expect(printed.cut).toEqual([]);
		for (const card of cards) {
			for (const figure of plan.figures.filter(({ id }) => id === plan.cards.find(({ id }) => id === card)?.hero)) {
				expect(printed.text.replace(/\s/g, '')).toContain(figure.shown[locale].replace(/\s/g, ''));
			}
		}
		for (const sentence of sentencesOf(cards)) expect(printed.text).toContain(sentence);
		const codes = [...printed.text.matchAll(/\/v\/(\w+)/g)].map(([, code = '']) => readCode(code).kind);
		expect(codes).toEqual(cards.map(() => 'code'));
		// Paper leads to the address that the site was built for, not to where the test serves it.
		expect(printed.text).toMatch(new RegExp(`https?://[^\\s/]+${path.replace('/elder', '')}\\b`));
		// Nothing to press, and no way about: paper can do neither.
		await expect(page.locator('nav:visible, button:visible, canvas:visible, .elder-bar:visible')).toHaveCount(0);

		const { pages, a4 } = await sheets(page);
		expect(a4).toBe(true);
		expect(pages).toBeGreaterThan(1);
		expect(pages).toBeLessThanOrEqual(cards.length + 1);
	});
}

test('a card’s page prints that card', async ({ page }) => {
	await page.goto('/topics/trade/freight-trains');
	await expect(page.locator('[data-card]')).toHaveCount(topic('trade').cards.length);
	const printed = await paper(page);
	expect(printed.cards).toEqual(['freight-trains']);
	for (const sentence of sentencesOf(['freight-trains'])) expect(printed.text).toContain(sentence);
	expect(printed.text).toMatch(/\/v\/\w{7}/);
	expect((await sheets(page)).pages).toBe(1);
});

test('after a step to the next card, that one is printed', async ({ page }) => {
	await page.goto('/topics/trade/freight-trains');
	const next = topic('trade').cards[1] ?? '';
	await expect(page.locator('[data-card]')).toHaveCount(topic('trade').cards.length);
	await page.keyboard.press('ArrowRight');
	await expect(page.locator(`[data-card="${next}"]`)).toHaveAttribute('aria-current', 'true');
	const printed = await paper(page);
	expect(printed.cards).toEqual([next]);
	for (const sentence of sentencesOf([next])) expect(printed.text).toContain(sentence);
});
