import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inProject } from '../../src/commands/project.js';
import { builtText, pathsWhere } from './site.ts';

/** The classes by which a component's styles find its elements. */
const scopes = (text: string) => new Set(text.match(/\bsvelte-[a-z0-9]{5,}\b/g));

const sheets = new Map(
	readdirSync(inProject('build', 'client', '_app', 'immutable', 'assets'))
		.filter((name) => name.endsWith('.css'))
		.map((name) => `/_app/immutable/assets/${name}`)
		.map((path) => [path, scopes(builtText(path))] as const)
);

// A sheet of styles that is only fetched with a script is not there before it, nor where there are no scripts.
test('every page links the styles of everything that it was built with', () => {
	const styled = new Set([...sheets.values()].flatMap((names) => [...names]));
	expect(styled.size).toBeGreaterThan(20);
	const bare = pathsWhere((page) => {
		const linked = page.all.flatMap(({ attributes: { rel, href = '' } }) =>
			rel === 'stylesheet' ? [...(sheets.get(href) ?? [])] : []
		);
		return [...scopes(page.html)].some((name) => styled.has(name) && !linked.includes(name));
	});
	expect(bare).toEqual([]);
});
