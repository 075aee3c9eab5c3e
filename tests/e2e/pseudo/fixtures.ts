import { test as base } from '../fixtures.ts';
import { build } from '../offline/build.ts';
import { startSite, type Site } from '../offline/site.ts';
import { pseudoLanguage } from './language.ts';

export { expect } from '../fixtures.ts';

/** Pages of a site that has the pseudo-language beside the others, built from the files that add it. */
export const test = base.extend<object, { site: Site }>({
	site: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads from the pattern that nothing is needed
		async ({}, use) => {
			const site = await startSite(await build('pseudo', await pseudoLanguage()));
			await use(site);
			await site.stop();
		},
		{ scope: 'worker', timeout: 600_000 }
	],
	baseURL: ({ site }, use) => use(site.url)
});
