import { expect, test } from './fixtures.ts';
import { visit } from './phone.ts';
import { deviceRows, expectFollowed, followButton, newsOf, settled } from './reader-pages.ts';

test('a topic can be followed wherever it is named, and stays followed', async ({ page }) => {
	await page.goto('/');
	await followButton(page, '就业与增收').click();
	await expectFollowed(page, '就业与增收');

	await page.goto('/topics/jobs');
	await expectFollowed(page, '就业与增收');
	await page.goto('/topics/economy/gdp');
	await followButton(page, '经济与内需').click();
	await expectFollowed(page, '经济与内需');

	await page.goto('/following');
	await expectFollowed(page, '就业与增收');
	await expectFollowed(page, '经济与内需');
	await followButton(page, '教育').click();
	await expectFollowed(page, '教育');
	await followButton(page, '就业与增收').click();
	await expectFollowed(page, '就业与增收', false);

	await page.reload();
	await settled(page);
	for (const [name, followed] of [
		['就业与增收', false],
		['经济与内需', true],
		['教育', true]
	] as const) {
		await expectFollowed(page, name, followed);
	}
	expect(await deviceRows(page, 'follows')).toMatchObject([{ topic: 'economy' }, { topic: 'education' }]);
});

test('a follow is kept that was tapped while the database was read, and not stored when the page was closed', async ({
	page
}) => {
	await page.addInitScript(() => {
		if (sessionStorage.getItem('tapped')) return;
		type Call<Result> = (this: IDBObjectStore, ...given: unknown[]) => IDBRequest<Result>;
		const { prototype } = IDBObjectStore;
		const { value: getAll } = Object.getOwnPropertyDescriptor(prototype, 'getAll') as { value: Call<unknown[]> };
		const { value: put } = Object.getOwnPropertyDescriptor(prototype, 'put') as { value: Call<IDBValidKey> };
		let reads = 0;
		prototype.getAll = function (this: IDBObjectStore, ...given) {
			// The first time it is opened, the second time it is read for the page.
			if (this.name === 'follows' && ++reads === 2) {
				document.querySelector<HTMLElement>('button[data-topic="jobs"]')?.click();
				sessionStorage.setItem('tapped', 'yes');
			}
			return getAll.apply(this, given);
		};
		// A disk so slow that the page is gone before it answers.
		prototype.put = function (this: IDBObjectStore, ...given) {
			return this.name === 'follows' ? ({} as IDBRequest<IDBValidKey>) : put.apply(this, given);
		};
	});
	await page.goto('/');
	await page.waitForFunction(() => sessionStorage.getItem('tapped') === 'yes');
	await page.waitForTimeout(1000);
	await expectFollowed(page, '就业与增收');
	await page.goto('/following');
	await settled(page);
	await expectFollowed(page, '就业与增收');
	expect(await deviceRows(page, 'follows')).toMatchObject([{ topic: 'jobs' }]);
});

test('a follow shows in the other tab at once, and offline as well', async ({ page, context }) => {
	await visit(page, '/topics/economy');
	const other = await context.newPage();
	await other.goto('/following');
	await settled(other);
	await context.setOffline(true);
	await followButton(page, '经济与内需').click();
	await expectFollowed(other, '经济与内需');
	await followButton(other, '经济与内需').click();
	await expectFollowed(page, '经济与内需', false);
});

test('who follows nothing is invited, and shown everything; who follows is shown that', async ({ page }) => {
	await page.goto('/following');
	await settled(page);
	await expect(page.getByText('还没有关注主题')).toBeVisible();
	const sections = page.locator('section[data-topic]');
	expect(await sections.count()).toBeGreaterThan(3);

	await followButton(page, '经济与内需').click();
	await expect(sections).toHaveCount(1);
	await expect(page.getByText('还没有关注主题')).toBeHidden();
	await expect(newsOf(page, 'economy').first()).toBeVisible();
});

test('what is new is marked until it is read, card by card', async ({ page }) => {
	await page.goto('/following');
	await settled(page);
	await followButton(page, '经济与内需').click();
	const gdp = newsOf(page, 'economy').filter({ has: page.locator('a[href="/topics/economy/gdp"]') });
	await expect(gdp.locator('strong')).toHaveText('新');
	const badge = page.getByRole('navigation', { name: '主导航' }).getByText(/新 \d+/);
	const before = Number((await badge.textContent())?.replace(/\D/g, ''));

	await gdp.getByRole('link').click();
	const card = page.locator('[data-card="gdp"]');
	await expect(card.locator('.label strong')).toHaveText('新');
	// It counts as read once the reader has stayed on it.
	await expect(card.locator('.label strong')).toBeHidden();
	await expect(badge).toHaveText(new RegExp(`新 ${before - 1}$`));

	await page.goto('/following');
	await settled(page);
	await expect(gdp).toBeVisible();
	await expect(gdp.locator('strong')).toBeHidden();
});

test('what is new in a topic is counted on its card on the home page', async ({ page }) => {
	await page.goto('/topics/economy/gdp');
	await page.goto('/');
	const label = page.locator('#economy .topic strong');
	await expect(label).toHaveText(/^新 \d+$/);
	await page.goto('/following');
	await page.getByRole('button', { name: '标为已读' }).click();
	await expect(page.getByText('没有新的变化。')).toBeVisible();
	await expect(page.locator('li.new')).toHaveCount(0);
	await page.goto('/');
	await expect(page.locator('.edition')).toBeVisible();
	await expect(label).toHaveCount(0);
});

test('the log may know more than this release: that is not marked as read unseen', async ({ page, network }) => {
	network.alter(/^\/changes\.json$/, (body) => body.replace(/\{"id":"[^"]+"/, '{"id":"of-the-next-release"'));
	await page.goto('/following');
	await page.getByRole('button', { name: '标为已读' }).click();
	await expect(page.getByText('没有新的变化。')).toBeVisible();
	const inbox = await deviceRows(page, 'inbox');
	expect(inbox).toContainEqual(expect.objectContaining({ update: 'of-the-next-release', read: 0 }));
});
