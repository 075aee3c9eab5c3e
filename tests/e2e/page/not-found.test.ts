import { expect, test } from '../fixtures.ts';
import { languages } from '../languages.ts';
import { plan, topic } from '../plan.ts';

test.use({ allowed: [/status of 404/] });

const foreign = plan.cards.find(({ id }) => !topic('jobs').cards.includes(id))?.id ?? '';

for (const { locale, root, lang, allTopics } of languages) {
	for (const { what, path } of [
		{ what: 'an unknown path', path: '/nothing' },
		{ what: 'a path under a page', path: '/plan/nothing' },
		{ what: 'an unknown topic', path: '/topics/nothing' },
		{ what: 'an unknown card', path: '/topics/jobs/nothing' },
		{ what: 'a card of another topic', path: `/topics/jobs/${foreign}` }
	]) {
		test(`${root}${path}, ${what}, is answered with 404 and ways on`, async ({ page }) => {
			const response = await page.goto(root + path);
			expect(response?.status()).toBe(404);
			await expect(page.locator('html')).toHaveAttribute('lang', lang);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			await expect(page.locator('meta[name=robots][content=noindex]')).toBeAttached();

			for (const { id, name } of plan.topics) {
				await expect(page.locator('main').getByRole('link', { name: name[locale] })).toHaveAttribute(
					'href',
					`${root}/topics/${id}`
				);
			}
			await page.getByRole('link', { name: allTopics }).tap();
			await expect(page).toHaveURL(root || '/');
		});
	}
}

test('a missing file of the app is a plain 404, not a page', async ({ request }) => {
	const response = await request.get('/_app/immutable/chunks/nothing.js');
	expect(response.status()).toBe(404);
});
