import { currentCard } from '../deck.ts';
import { expect, test } from './fixtures.ts';
import { goOffline, visit } from './phone.ts';

for (const root of ['', '/en']) {
	test(`${root}/topics/trade/freight-trains: a term’s line is there without a network`, async ({
		page,
		context,
		network
	}) => {
		await visit(page, `${root}/topics/trade/freight-trains`);
		await goOffline(context, network);
		const term = currentCard(page).locator('a[href*="/glossary#"]').first();
		await term.tap();
		const shown = currentCard(page).getByRole('dialog');
		await expect(shown).toHaveAccessibleName((await term.textContent()) ?? '');
		await expect(shown).toHaveAccessibleDescription(/\S/);
	});
}
