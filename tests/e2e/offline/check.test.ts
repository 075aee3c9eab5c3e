import { codeFrom } from '../../../src/lib/plan/check-code.ts';
import { readFromPhotograph } from '../share/photograph.ts';
import { expect, test } from './fixtures.ts';
import { goOffline, visit } from './phone.ts';
import { editions, growths } from './releases.ts';

/** Where a picture of the first release leads, photographed from another phone. */
async function pathOf(card: string): Promise<string> {
	return new URL((await readFromPhotograph(`/share/${card}-card.png`)) ?? 'nothing:').pathname;
}

test('a picture of an earlier edition says what changed since, with a network and without', async ({
	page,
	context,
	network,
	deploy
}) => {
	test.slow();
	const verdict = page.locator('[data-verdict]');
	const [gdp, incomes, gone] = [await pathOf('gdp'), await pathOf('incomes-2021'), await pathOf('metro-area')];
	deploy('second');
	const expectChanges = async () => {
		await page.goto(gdp);
		await expect(verdict).toHaveAttribute('data-verdict', 'corrected');
		await expect(verdict.locator('del')).toContainText(`${growths.first}%`);
		await expect(verdict.locator('dl strong')).toContainText(`${growths.second}%`);
		await expect(verdict.locator('time')).toHaveText(editions.second);
		await page.goto(incomes);
		await expect(verdict).toHaveAttribute('data-verdict', 'outdated');
		await page.goto(gone);
		await expect(verdict).toHaveAttribute('data-verdict', 'retired');
		await expect(verdict.locator('h2 a')).toHaveAttribute('href', '/topics/city/larger-metro-area');
	};
	await expectChanges();

	await visit(page);
	await goOffline(context, network);
	await expectChanges();
	await page.goto('/v/' + codeFrom('0123456789abcdef'));
	await expect(verdict).toHaveAttribute('data-verdict', 'unknown');
	await expect(page.getByRole('link', { name: '联网再核对一次' })).toBeVisible();
	await page.goto('/v/0');
	await expect(verdict).toHaveAttribute('data-verdict', 'damaged');
});

test('the address of a retired card leads to its successor, with a network and without', async ({
	page,
	context,
	network,
	deploy
}) => {
	deploy('second');
	const answer = await page.request.get('/en/elder/topics/city/metro-area', { maxRedirects: 0 });
	expect([answer.status(), answer.headers().location]).toEqual([308, '/en/elder/topics/city/larger-metro-area']);

	await visit(page);
	await goOffline(context, network);
	await page.goto('/topics/city/metro-area');
	await expect(page).toHaveURL('/topics/city/larger-metro-area');
	await expect(page.locator('[data-card="larger-metro-area"]')).toBeVisible();
});
