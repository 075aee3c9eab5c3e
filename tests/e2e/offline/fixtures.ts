import { inProject } from '../../../src/commands/project.js';
import { test as base } from '../fixtures.ts';
import { build } from './build.ts';
import { Network } from './network.ts';
import { releases, type Release } from './releases.ts';
import { startSite, type Site } from './site.ts';

export { expect } from '../fixtures.ts';

type Deploy = (release: Release | 'retired') => void;

interface OfTest {
	/** The pages of a test come over this network, from an origin of its own. */
	network: Network;
	/** Puts another release on the site, or the worker that frees phones from workers. */
	deploy: Deploy;
}

interface OfWorker {
	sites: Readonly<Record<'second' | 'third' | 'retired', Site>>;
}

export const test = base.extend<OfTest, OfWorker>({
	serviceWorkers: 'allow',
	// What is written to the console when there is no network: by the browser, and by SvelteKit's own
	// handler (entry/app) of what it fetched ahead, such as the page of a link that comes to lie under the pointer.
	// eslint-disable-next-line no-empty-pattern -- Playwright reads from the pattern that nothing is needed
	allowed: async ({}, use) => {
		await use([
			/Failed to load resource: net::ERR_/,
			/An unknown error occurred when fetching the script/,
			/^console error: TypeError: Failed to fetch[^]*\(\S+\/entry\/app\.\w+\.js\)$/
		]);
	},

	// eslint-disable-next-line no-empty-pattern -- Playwright reads from the pattern that nothing is needed
	network: async ({}, use, { project }) => {
		const network = new Network(project.use.baseURL ?? '');
		await network.open();
		await use(network);
		await network.close();
	},
	baseURL: ({ network }, use) => use(network.origin),

	sites: [
		// eslint-disable-next-line no-empty-pattern -- as above
		async ({}, use) => {
			const sites = {
				second: await startSite(await build('second', releases.second)),
				third: await startSite(await build('third', releases.third)),
				retired: await startSite(inProject(), { SERVICE_WORKER: 'off' })
			};
			await use(sites);
			await Promise.all(Object.values(sites).map((site) => site.stop()));
		},
		{ scope: 'worker', timeout: 600_000 }
	],
	deploy: async ({ network, sites }, use, { project }) => {
		await use((release) => network.leadTo(release === 'first' ? (project.use.baseURL ?? '') : sites[release].url));
	}
});
