import type { Page } from '@playwright/test';
import { spoken } from '../../../src/lib/speech/spoken/spoken.ts';
import { currentCard, openDeck, slidesOf } from '../deck.ts';
import { expect, test } from '../fixtures.ts';
import { addressOf, cardAt, topic } from '../plan.ts';
import { fakeEngine, speech } from './fake-engine.ts';

test.describe.configure({ timeout: 60_000 });

const voices = ['en-US', 'zh-CN'] as const;
const trade = topic('trade');
const share = 'export-share';
const path = addressOf(trade, share);
const after = cardAt(trade, trade.cards.indexOf(share) + 1);

const player = (page: Page) => page.getByRole('group', { name: '朗读', exact: true });
const key = (page: Page, name: string | RegExp) => player(page).getByRole('button', { name });
const cardButton = (page: Page) => currentCard(page).getByRole('button', { name: /^(?:朗读|Read aloud)$/ });
const lastGiven = async (page: Page) => (await speech(page)).given.at(-1);
const textsGiven = async (page: Page) => (await speech(page)).given.map(({ text }) => text);

/** The text of an element on the current card, as it is said. */
async function said(page: Page, selector: string): Promise<string> {
	return spoken((await currentCard(page).locator(selector).first().textContent()) ?? '', 'zh').trim();
}

test('a card is read sentence by sentence, each marked as it is said, and then the next card', async ({ page }) => {
	await fakeEngine(page, { local: voices, voicesAfter: 400 });
	await openDeck(page, path);
	const body = await said(page, '.body');
	await cardButton(page).tap();
	await expect(key(page, '暂停朗读')).toBeFocused();
	await expect(currentCard(page)).toHaveAttribute('data-card', after, { timeout: 30_000 });
	// The deck is still turning when the first words of the next card are said.
	await expect.poll(async () => (await speech(page)).said.at(-1)?.card, { timeout: 20_000 }).toBe(after);

	const all = (await speech(page)).said;
	expect(all.filter(({ marked, lang }) => marked === '' || lang !== 'zh-CN')).toEqual([]);
	// Numbers as a newsreader says them, and no digit is left to the engine.
	expect(all.map(({ text }) => text).join('')).toContain('千分之二十五点七');
	expect(all.filter(({ text }) => /\d/.test(text))).toEqual([]);
	const sentences = all.filter(({ text }) => body.includes(text));
	expect(sentences.map(({ text }) => text).join('')).toBe(body);
	expect(sentences.length).toBeGreaterThan(1);
	for (const { text, marked, card } of sentences) {
		expect(spoken(marked, 'zh')).toContain(text);
		expect(spoken(marked, 'zh').length).toBeLessThan(body.length);
		expect(card).toBe(share);
	}
});

test('the reader pauses, goes on, skips, changes the speed, and comes back to the button', async ({ page }) => {
	// Slow enough that each press comes within a sentence.
	await fakeEngine(page, { local: voices, haste: 0.5 });
	await openDeck(page, path);
	const [label, headline] = [await said(page, '.label [data-say]'), await said(page, 'h2')];
	await cardButton(page).tap();
	await expect.poll(() => textsGiven(page)).toEqual([label]);
	await key(page, '暂停朗读').tap();
	await expect(key(page, '继续朗读')).toBeVisible();
	expect((await speech(page)).cancelled).toBe(1);
	await key(page, '继续朗读').tap();
	await expect.poll(() => textsGiven(page)).toEqual([label, label]);

	await key(page, '下一句').tap();
	await expect.poll(() => lastGiven(page)).toEqual({ text: headline, rate: 1 });
	await key(page, '语速 1 倍').tap();
	await expect.poll(() => lastGiven(page)).toEqual({ text: headline, rate: 1.25 });
	await key(page, '上一句').tap();
	await expect.poll(() => lastGiven(page)).toEqual({ text: label, rate: 1.25 });

	await key(page, '停止朗读').tap();
	await expect(player(page)).toHaveCount(0);
	await expect(cardButton(page)).toBeFocused();
	expect(await page.evaluate(() => CSS.highlights.has('aloud'))).toBe(false);
	await page.goto('/settings');
	await expect(page.getByRole('radio', { name: '1.25倍' })).toBeChecked();
});

test('whoever turns the deck hears the card they turned to', async ({ page }) => {
	await fakeEngine(page, { local: voices, haste: 0.5 });
	await openDeck(page, path);
	await cardButton(page).tap();
	await expect.poll(() => textsGiven(page)).toHaveLength(1);
	await page.getByRole('button', { name: '下一张' }).tap();
	await expect(currentCard(page)).toHaveAttribute('data-card', after);
	const label = await said(page, '.label [data-say]');
	await expect.poll(() => lastGiven(page)).toEqual({ text: label, rate: 1 });
	await expect.poll(async () => (await speech(page)).said.at(-1)?.card, { timeout: 15_000 }).toBe(after);
});

test('a term’s open line with its quote is not read with its card, and the card is read to its end', async ({
	page
}) => {
	const trains = 'freight-trains';
	await fakeEngine(page, { local: voices });
	await openDeck(page, addressOf(trade, trains));
	const body = await said(page, '.body');
	await currentCard(page).locator('a.term').first().tap();
	const line = page.getByRole('dialog');
	const own = spoken((await line.locator('q').textContent()) ?? '', 'zh').trim();
	await cardButton(page).tap();
	const next = cardAt(trade, trade.cards.indexOf(trains) + 1);
	await expect
		.poll(async () => (await speech(page)).said.some(({ card }) => card === next), { timeout: 30_000 })
		.toBe(true);

	const all = (await speech(page)).said.filter(({ card }) => card === trains).map(({ text }) => text);
	expect(all.join('')).toContain(body);
	expect(own).not.toBe('');
	expect(all.join('')).not.toContain(own);
});

test('an English page is read in English', async ({ page }) => {
	await fakeEngine(page, { local: voices });
	await openDeck(page, `/en${path}`);
	await cardButton(page).tap();
	await expect
		.poll(async () => (await textsGiven(page)).join(' '), { timeout: 30_000 })
		.toContain('twenty-five point seven per thousand');
	const all = (await speech(page)).said;
	expect(all.filter(({ text, lang }) => /\d/.test(text) || lang !== 'en-US')).toEqual([]);
});

test('an engine that stalls is started again, and reading goes on', async ({ page }) => {
	await fakeEngine(page, { local: voices, kind: 'stalling' });
	await openDeck(page, path);
	const headline = await said(page, 'h2');
	await cardButton(page).tap();
	await expect.poll(async () => (await speech(page)).said[0]?.text, { timeout: 30_000 }).toBe(headline);
	expect((await speech(page)).cancelled).toBeGreaterThan(0);
	await expect(player(page).getByRole('status')).toHaveCount(0);
});

test('an engine that says nothing is not taken for one that reads', async ({ page }) => {
	await fakeEngine(page, { local: voices, kind: 'empty' });
	await openDeck(page, path);
	await cardButton(page).tap();
	await expect(player(page).getByRole('status')).toContainText('语音没有出声');
	await expect(key(page, '继续朗读')).toBeVisible();
});

for (const [what, habits, reason] of [
	['voices that need a network', { remote: voices }, /联网的语音/],
	['voices in other languages', { local: ['en-US', 'zh-HK'] }, /没有普通话语音/]
] as const) {
	test(`where there are only ${what} there is no button, and the settings say why`, async ({ page }) => {
		await fakeEngine(page, habits);
		await openDeck(page, path);
		// It has stopped looking for voices.
		await expect.poll(async () => (await speech(page)).asked, { timeout: 15_000 }).toBeGreaterThanOrEqual(5);
		await expect(page.getByRole('button', { name: /朗读/ })).toHaveCount(0);
		await page.goto('/settings');
		const part = page.getByRole('region', { name: '朗读' });
		await expect(part).toContainText(reason, { timeout: 15_000 });
		await expect(part.getByRole('radio')).toHaveCount(0);
	});
}

test('in 长辈版 the button stands first on the card, in a place that was kept for it', async ({ page }) => {
	await fakeEngine(page, { local: voices, voicesAfter: 3000 });
	await openDeck(page, `/elder${path}`);
	const top = () =>
		currentCard(page)
			.locator('h2')
			.evaluate((headline) => headline.getBoundingClientRect().top);
	const before = await top();
	await expect(cardButton(page)).toHaveCount(1);
	await expect(currentCard(page).locator('article > :first-child')).toHaveText('朗读');
	// The deck around the card comes after its page too, and must not move it either.
	await expect(slidesOf(page)).toHaveCount(trade.cards.length);
	expect(await top()).toBe(before);
	await cardButton(page).tap();
	await expect(key(page, '暂停朗读')).toBeVisible();
});
