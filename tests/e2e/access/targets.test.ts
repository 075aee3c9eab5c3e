import { expect, test } from '../fixtures.ts';
import { inEnglish, kindsOfPage, missing } from './pages.ts';

test.use({ allowed: missing });

for (const [name, path] of kindsOfPage) {
	test(`${name}: buttons and ways are 44 px, everything that is pressed at least 24 px (WCAG 2.5.8)`, async ({
		page
	}) => {
		for (const address of [path, inEnglish(path)]) {
			await page.goto(address);
			const small = await page.evaluate(() => {
				const found: string[] = [];
				for (const element of document.querySelectorAll<HTMLElement>('a, button, input, summary, [role=button]')) {
					if (element.closest('[inert], .visually-hidden') || element.matches('.skip, .visually-hidden')) continue;
					// A link within a sentence is exempt; so is one whose line is all there is of it.
					if (getComputedStyle(element).display === 'inline') continue;
					const box = (element.closest('label') ?? element).getBoundingClientRect();
					if (box.width === 0) continue;
					const least = element.matches('button, nav a, .button') ? 44 : 24;
					if (box.height < least - 0.5 || box.width < 24)
						found.push(`${element.outerHTML.slice(0, 90)} ${box.width}×${box.height}`);
				}
				return found;
			});
			expect(small).toEqual([]);
		}
	});
}
