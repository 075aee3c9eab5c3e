import { test as base } from '@playwright/test';
import { watch } from './watch.ts';

export { expect } from '@playwright/test';
export { swipe } from './swipe.ts';

interface Watched {
	/** What this test expects to go wrong, such as the console's line about a 404 that it asks for. */
	allowed: RegExp[];
	/** The address of the site, without a slash at its end. */
	origin: string;
	watched: undefined;
}

/** Every test also fails when a page of it leaves the origin, throws, or logs an error. */
export const test = base.extend<Watched>({
	// Where reading offline is not the question: the worker would fetch the whole site for every test.
	serviceWorkers: 'block',
	allowed: [[], { option: true }],
	origin: ({ baseURL }, use) => use(new URL(baseURL ?? '').origin),
	watched: [
		async ({ context, baseURL, allowed }, use) => {
			const problems = watch(context, baseURL ?? '');
			await use(undefined);
			const unexpected = problems.filter((problem) => !allowed.some((pattern) => pattern.test(problem)));
			if (unexpected.length > 0) throw new Error(unexpected.join('\n'));
		},
		{ auto: true }
	]
});
