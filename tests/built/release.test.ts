import { expect, test } from 'vitest';
import { scriptsOf } from './scripts.ts';
import { builtText, isEmbed, pathsWhere } from './site.ts';

/** The name under which SvelteKit's page and scripts find each other; it is made from the release's version. */
const nameIn = (text: string) => /\b__sveltekit_\w+/.exec(text)?.[0];

// The version is read again for each step of the build: when a step wrote something that counts as a source, pages and
// scripts were of two releases, and no page of a fresh clone's first build came to life.
test('every page and its scripts are of one release', () => {
	const torn = pathsWhere((page) => {
		// It has no scripts.
		if (isEmbed(page)) return false;
		const names = [...scriptsOf(page)].flatMap((script) => nameIn(builtText(script)) ?? []);
		return names.length === 0 || names.some((name) => name !== nameIn(page.html));
	});
	expect(torn).toEqual([]);
});
