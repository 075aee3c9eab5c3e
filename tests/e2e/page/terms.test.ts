/** A name that the plan itself explains can be asked for where a card says it. */
import type { Locator, Page } from '@playwright/test';
import { misses } from '../access/elder-figures.ts';
import { currentCard, expectCard, openDeck } from '../deck.ts';
import { expect, test } from '../fixtures.ts';
import { languages } from '../languages.ts';
import { addressOf, card, topic } from '../plan.ts';

/** One in a paragraph, one in a list. */
const cards = [card('freight-trains'), card('business-environment')];
const words = {
	zh: { close: '关闭', source: '看原文' },
	en: { close: 'Close', source: 'See it in the plan' }
} as const;

const termIn = (page: Page) => currentCard(page).locator('a[href*="/glossary#"]').first();

/** What the glossary says of a term. */
async function entryOf(link: Locator, page: Page) {
	const [path = '', id = ''] = ((await link.getAttribute('href')) ?? '').split('#');
	const glossary = await page.context().newPage();
	await glossary.goto(path);
	const entry = glossary.locator(`#${id}`);
	const source = await entry.locator('a[href*="/plan#"]').getAttribute('href');
	const [line = '', quote = ''] = await entry.locator('dd').allTextContents();
	const term = (await entry.locator('dt').textContent()) ?? '';
	await glossary.close();
	return { term, line, quote, source: source ?? '' };
}

for (const { root, locale } of languages) {
	for (const { id, topic: of } of cards) {
		test(`${root}/topics/${of}/${id}: a term that is tapped shows its line in place, and closes again`, async ({
			page
		}) => {
			const address = root + addressOf(topic(of), id);
			await openDeck(page, address);
			await expectCard(page, id);
			const link = termIn(page);
			const { term, line, quote, source } = await entryOf(link, page);
			const shown = currentCard(page).getByRole('dialog');

			await link.tap();
			await expect(shown).toHaveAccessibleName(term);
			await expect(shown).toHaveAccessibleDescription(line);
			await expect(shown).toContainText(quote);
			await expect(shown).toBeInViewport({ ratio: 1 });
			await expect(shown.getByRole('heading', { name: term })).toBeFocused();
			await expect(shown.getByRole('link', { name: words[locale].source })).toHaveAttribute('href', source);
			await expect(link).toBeInViewport();
			await expect(page).toHaveURL(address);

			await page.keyboard.press('Escape');
			await expect(shown).toHaveCount(0);
			await expect(link).toBeFocused();

			await page.keyboard.press('Enter');
			const close = shown.getByRole('button', { name: words[locale].close });
			const box = await close.boundingBox();
			expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
			await close.tap();
			await expect(shown).toHaveCount(0);
			await expect(link).toBeFocused();

			await link.tap();
			await expect(shown).toBeVisible();
			await link.tap();
			await expect(shown).toHaveCount(0);
			await expect(page).toHaveURL(address);
		});
	}

	test(`${root}: in 长辈版 a term’s line keeps its figures`, async ({ page }) => {
		await openDeck(page, `${root}/elder${addressOf(topic('trade'), 'freight-trains')}`);
		await termIn(page).tap();
		await expect(currentCard(page).getByRole('dialog')).toBeInViewport();
		expect(await misses(page)).toEqual([]);
	});
}

test('one line is open at a time, and a line leads to its sentence', async ({ page }) => {
	await openDeck(page, '/topics/innovation/talent-ways');
	await expectCard(page, 'talent-ways');
	const [first, second] = await currentCard(page).locator('a[href*="/glossary#"]').all();
	if (!first || !second) throw new Error('The card says fewer than two terms.');
	await first.tap();
	await expect(currentCard(page).getByRole('dialog')).toBeVisible();
	await second.tap();
	const shown = currentCard(page).getByRole('dialog');
	await expect(shown).toHaveCount(1);
	await expect(shown).toHaveAccessibleName((await second.textContent()) ?? '');
	await shown.getByRole('link', { name: '看原文' }).tap();
	await expect(page).toHaveURL(/\/plan#s\d+$/);
});

test.describe('when the line can’t be fetched', () => {
	test.use({ allowed: [/status of 404/] });

	test('a term is what it is without scripts: a link to the glossary', async ({ page }) => {
		await openDeck(page, '/topics/trade/freight-trains');
		await page.route('**/glossary/__data.json*', (route) => route.fulfill({ status: 404, body: '' }));
		const href = await termIn(page).getAttribute('href');
		await termIn(page).tap();
		await expect(page).toHaveURL(href ?? '');
	});
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	for (const elder of ['', '/elder']) {
		test(`a term leads to its entry in the glossary${elder && ', in 长辈版'}`, async ({ page }) => {
			await page.goto(`${elder}/topics/trade/freight-trains`);
			const link = termIn(page);
			const term = (await link.textContent()) ?? '';
			await link.tap();
			await expect(page).toHaveURL(new RegExp(`^[^?#]*${elder}/glossary#[\\w-]+$`));
			await expect(page.locator(':target')).toBeInViewport();
			await expect(page.locator(':target')).toContainText(term);
		});
	}
});
