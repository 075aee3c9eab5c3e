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
	for (const [from, to] of [
		['/en/elder/topics/city/metro-area', '/en/elder/topics/city/larger-metro-area'],
		['/en/embed/metro-area', '/en/embed/larger-metro-area'],
		['/share/metro-area.jpg', '/share/larger-metro-area.jpg'],
		['/en/share/metro-area-card.png', '/en/share/larger-metro-area-card.png']
	] as const) {
		const answer = await page.request.get(from, { maxRedirects: 0 });
		expect([answer.status(), answer.headers().location]).toEqual([308, to]);
		expect((await page.request.get(to)).status()).toBe(200);
	}

	await visit(page);
	await goOffline(context, network);
	await page.goto('/topics/city/metro-area');
	await expect(page).toHaveURL('/topics/city/larger-metro-area');
	await expect(page.locator('[data-card="larger-metro-area"]')).toBeVisible();
});

test('on other sites a retired card is its successor, or says that it was withdrawn', async ({
	page,
	sites,
	deploy
}) => {
	deploy('second');
	const { url } = sites.second;
	const ask = (card: string) =>
		page.request.get(`${url}/oembed`, { params: { url: `${url}/en/topics/city/${card}`, maxwidth: '400' } });
	expect(await (await ask('metro-area')).json()).toMatchObject({
		width: 400,
		html: expect.stringContaining(`src="${url}/en/embed/larger-metro-area"`)
	});
	const refused = await ask('city-walls');
	expect([refused.status(), refused.headers()['access-control-allow-origin']]).toEqual([410, '*']);

	const answer = await page.goto('/embed/city-walls');
	expect(answer?.headers()['content-security-policy']).toContain('frame-ancestors *');
	await expect(page.getByRole('heading', { name: '这张卡片已经撤下' })).toBeVisible();
	await expect(page.getByText('2022-05-06 撤下：计划里没有这件事了')).toBeVisible();
	await expect(page.getByRole('link', { name: '回到全部主题' })).toHaveAttribute('target', '_blank');
	await expect(page.locator('script')).toHaveCount(0);
});
