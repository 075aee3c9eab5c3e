import { expectCard, nextButton, openDeck } from '../deck.ts';
import { expect, test } from '../fixtures.ts';
import { addressOf, cardAt, topic } from '../plan.ts';

const welfare = topic('welfare');
const third = cardAt(welfare, 2);

test.beforeEach(async ({ page }) => {
	await openDeck(page, '/topics/welfare');
	await nextButton(page).tap();
	await nextButton(page).tap();
	await expectCard(page, third);
});

for (const { name, width, height } of [
	{ name: 'the phone is turned on its side', width: 740, height: 360 },
	{ name: 'the window becomes a wide one', width: 1280, height: 800 },
	{ name: 'the window becomes as narrow as can be', width: 320, height: 568 }
]) {
	test(`the reader stays on the card when ${name}, and back`, async ({ page }) => {
		await page.setViewportSize({ width, height });
		await expectCard(page, third);
		await page.setViewportSize({ width: 360, height: 740 });
		await expectCard(page, third);
		await expect(page).toHaveURL(addressOf(welfare, third));
	});
}
