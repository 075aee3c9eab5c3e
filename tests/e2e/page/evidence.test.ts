import type { Locator } from '@playwright/test';
import type { Card, Quotation } from '../../../src/lib/plan/plan.ts';
import { currentCard, expectCard, openDeck } from '../deck.ts';
import { expect, test } from '../fixtures.ts';
import { languages } from '../languages.ts';
import { addressOf, card, figure, plan, topic } from '../plan.ts';

function quotationOf(id: string): Quotation {
	const { evidence } = figure(id);
	if (!evidence || !('quote' in evidence)) throw new Error(`${id} is not in the plan's text.`);
	return evidence;
}

const inThePlan = (id: string) => 'quote' in (figure(id).evidence ?? {});
const heroOf = ({ hero, figures }: Card) => [hero, ...figures].find((id) => id !== undefined && inThePlan(id)) ?? '';

const groundOf = (element: Locator) => element.evaluate((marked) => getComputedStyle(marked).backgroundColor);

/** The sentence is in view and the only one that is marked. */
async function expectMarked(sentences: Locator, id: string) {
	const marked = sentences.and(sentences.page().locator(`#${id}`));
	await expect(marked).toBeInViewport();
	const other = sentences.and(sentences.page().locator(id === 's001' ? '#s002' : '#s001'));
	await expect.poll(async () => (await groundOf(marked)) === (await groundOf(other))).toBe(false);
}

for (const { locale, root, mainNavigation } of languages) {
	for (const { id, topic: topicId } of [card('urban-jobs'), card('freight-trains')]) {
		test(`${root}/topics/${topicId}/${id}: a number leads to its sentence, and that back to the card`, async ({
			page
		}) => {
			const address = root + addressOf(topic(topicId), id);
			const number = heroOf(card(id));
			const { sentence, quote } = quotationOf(number);
			await openDeck(page, address);
			await expectCard(page, id);

			await currentCard(page)
				.getByRole('link')
				.filter({ has: page.locator(`[data-figure="${number}"]`) })
				.first()
				.tap();
			await expect(page).toHaveURL(`${root}/plan#${sentence}`);
			const sentences = page.locator('.sentence');
			await expectMarked(sentences, sentence);
			await expect(page.locator(`#${sentence}`)).toContainText(quote);

			await page
				.locator(`#${sentence}`)
				.getByRole('link', { name: card(id).title[locale], exact: true })
				.tap();
			await expect(page).toHaveURL(address);
			await expectCard(page, id);
		});
	}

	test(`${root}/plan: an address with a sentence opens on it, marked`, async ({ page }) => {
		const last = plan.sentences.at(-1)?.id ?? '';
		await page.goto(`${root}/plan#${last}`);
		await expectMarked(page.locator('.sentence'), last);
	});

	test(`${root}/plan: the text is whole, in Chinese, with a link to every card that rests on it`, async ({ page }) => {
		await page.goto(`${root}/plan`);
		const sentences = page.locator('.sentence');
		await expect(sentences).toHaveCount(plan.sentences.length);
		const texts = await sentences.locator('p:first-child').allTextContents();
		expect(texts).toEqual(plan.sentences.map(({ start, end }) => plan.source.text.slice(start, end)));
		await expect(sentences.locator('p:first-child:not([lang=zh-CN])')).toHaveCount(0);

		const resting = plan.cards.filter(({ sentences }) => sentences.length > 0);
		const linked = await page
			.locator('.sentence')
			.getByRole('listitem')
			.getByRole('link')
			.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
		expect(new Set(linked)).toEqual(new Set(resting.map(({ id, topic }) => `${root}/topics/${topic}/${id}`)));
		await expect(page.getByRole('navigation', { name: mainNavigation })).toBeVisible();
	});
}

test('back from a sentence the reader is on the card again', async ({ page }) => {
	const trade = topic('trade');
	await openDeck(page, addressOf(trade, 'freight-trains'));
	await expectCard(page, 'freight-trains');
	await currentCard(page).getByRole('link', { name: '看原文' }).tap();
	await expect(page).toHaveURL(/\/plan#s\d+$/);
	// The address is the sentence's before the page is: nobody goes back between the two.
	await expect(page.locator('.sentence').first()).toBeVisible();
	await page.goBack();
	await expect(page).toHaveURL(addressOf(trade, 'freight-trains'));
	await expectCard(page, 'freight-trains');
});

test('a number of a later report leads to that report, and says that it opens another site', async ({ page }) => {
	const outcome = plan.figures.find(({ kind }) => kind === 'outcome');
	const shown = plan.cards.find(({ hero }) => hero !== undefined && figure(hero).kind === 'outcome');
	test.skip(!outcome || !shown, 'this plan has no outcome yet');
	if (!shown?.hero) return;
	await openDeck(page, addressOf(topic(shown.topic), shown.id));
	const { evidence } = figure(shown.hero);
	const source = evidence && 'url' in evidence ? evidence : undefined;
	const link = currentCard(page)
		.getByRole('link')
		.filter({ has: page.locator(`[data-figure="${shown.hero}"]`) })
		.first();
	await expect(link).toHaveAttribute('href', source?.url ?? '');
	await expect(link).toHaveAttribute('rel', /noreferrer/);
	await expect(currentCard(page)).toContainText('打开政府网站');
});
