import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';
import { expectFollowed, followButton } from './reader-pages.ts';

test('all that the device holds can be taken out, deleted and put back', async ({ page }) => {
	await page.goto('/following');
	await followButton(page, '经济与内需').click();
	await expectFollowed(page, '经济与内需');

	await page.goto('/settings');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: '导出' }).click()
	]);
	expect(download.suggestedFilename()).toBe('kandong.json');
	const file = await readFile(await download.path(), 'utf8');
	expect(JSON.parse(file)).toMatchObject({ app: 'kandong', follows: [{ topic: 'economy' }] });

	await page.getByRole('button', { name: '全部删除' }).click();
	await page.getByRole('button', { name: '再点一次' }).click();
	await expect(page.getByText('已全部删除。')).toBeVisible();
	await page.goto('/following');
	await expectFollowed(page, '经济与内需', false);

	await page.goto('/settings');
	const put = (content: string) =>
		page
			.getByLabel('导入')
			.setInputFiles({ name: 'kandong.json', mimeType: 'application/json', buffer: Buffer.from(content) });
	for (const wrong of ['no JSON', '{"app":"other"}', file.replace('"topic"', '"tropic"')]) {
		await put(wrong);
		await expect(page.getByText('这个文件不能用')).toBeVisible();
	}
	await put(file);
	await expect(page.getByText('已导入。')).toBeVisible();
	await page.goto('/following');
	await expectFollowed(page, '经济与内需');
});

test('deleting needs a second tap, and forgets in every tab', async ({ page, context }) => {
	await page.goto('/topics/economy');
	await followButton(page, '经济与内需').click();
	await expectFollowed(page, '经济与内需');
	const other = await context.newPage();
	await other.goto('/settings');
	await other.getByRole('button', { name: '全部删除' }).click();
	await other.getByRole('button', { name: '导出' }).focus();
	await expect(other.getByRole('button', { name: '全部删除' })).toBeVisible();
	await expectFollowed(page, '经济与内需');

	await other.getByRole('button', { name: '全部删除' }).click();
	await other.getByRole('button', { name: '再点一次' }).click();
	await expectFollowed(page, '经济与内需', false);
});
