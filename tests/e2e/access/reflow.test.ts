import { expect, test } from '../fixtures.ts';
import { conditions } from './conditions.ts';
import { misfits } from './misfits.ts';
import { inEnglish, kindsOfPage, missing } from './pages.ts';

test.use({ allowed: missing });

for (const [name, path] of kindsOfPage) {
	for (const address of [path, inEnglish(path)]) {
		test(`${name} (${address}) fits 320 px, and a phone with text at 200 %, without scrolling sideways`, async ({
			page
		}) => {
			await page.goto(address);
			await conditions['large text'](page);
			expect.soft(await misfits(page), 'large text').toEqual([]);

			await page.evaluate(() => document.documentElement.removeAttribute('style'));
			await conditions.narrow(page);
			expect.soft(await misfits(page), '320 px').toEqual([]);
		});
	}
}
