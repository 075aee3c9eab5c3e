import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { comeBack, visit } from './phone.ts';
import { expectOffer, takeRelease } from './release-pages.ts';
import { deviceRows, newsOf, settled } from './reader-pages.ts';

const changeOf = (page: Page, topic: string) => newsOf(page, topic).filter({ has: page.locator('.change') });

async function update(page: Page): Promise<void> {
	await comeBack(page);
	await expectOffer(page);
	const loaded = page.waitForEvent('load');
	await takeRelease(page);
	await loaded;
	await settled(page);
}

test('since the last visit: each figure that changed, old and new, and whether it was corrected', async ({
	page,
	deploy
}) => {
	await visit(page, '/following');
	await settled(page);
	await page.getByRole('button', { name: '标为已读' }).click();
	await expect(page.locator('.change')).toHaveCount(0);

	deploy('second');
	await update(page);
	await expect(changeOf(page, 'economy')).toHaveCount(1);
	await expect(changeOf(page, 'economy')).toContainText('更正');
	await expect(changeOf(page, 'economy').locator('.change')).toHaveText(/增长9\.8%\s*→\s*增长9\.9%/);
	await expect(changeOf(page, 'jobs')).toContainText('数字更新');
	await expect(changeOf(page, 'jobs').locator('.change')).toHaveText(/增长10\.5%\s*→\s*增长10\.6%/);
	await page.getByRole('button', { name: '标为已读' }).click();
	await expect(page.locator('.change')).toHaveCount(0);

	deploy('third');
	await update(page);
	await expect(page.locator('.change')).toHaveCount(1);
	await expect(changeOf(page, 'jobs').locator('.change')).toHaveText(/增长10\.6%\s*→\s*增长10\.7%/);
});

test('who did not come for two releases sees both changes as one, from what they last saw', async ({
	page,
	deploy
}) => {
	await visit(page, '/following');
	await settled(page);
	deploy('second');
	await update(page);
	deploy('third');
	await update(page);
	await expect(changeOf(page, 'jobs').locator('.change')).toHaveText(/增长10\.5%\s*→\s*增长10\.7%/);
});

test('the day of the last visit is told from the second visit on', async ({ page }) => {
	await page.clock.setFixedTime('2026-11-20T08:00:00Z');
	await page.goto('/following');
	await settled(page);
	await expect(page.getByText(/上次来访/)).toBeHidden();
	await expect.poll(() => deviceRows(page, 'settings')).toContainEqual(expect.objectContaining({ key: 'lastActive' }));
	await page.clock.setFixedTime('2026-11-23T09:00:00Z');
	await page.reload();
	await expect(page.getByText('上次来访：2026-11-20')).toBeVisible();
});
