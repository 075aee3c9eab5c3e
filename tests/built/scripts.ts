/** Which scripts a page needs, followed through the imports of the built files. */
import { readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { parseSync } from 'vite';
import { inProject } from '../../src/commands/project.js';
import { builtText, type Page } from './site.ts';

/** What a page loads by itself, before any interaction: the scripts it names, with all that these import. */
export function scriptsOf({ all }: Page): Set<string> {
	const named = all.flatMap(({ attributes: { rel, href, src } }) => (rel === 'modulepreload' ? href : src) ?? []);
	return withImports(named.filter((path) => path.endsWith('.js')));
}

/** The scripts that hold Chart.js, known by a message of its own, with what they import. */
export function chartScripts(): Set<string> {
	const scripts = readdirSync(inProject('build', 'client', '_app'), { recursive: true })
		.map((file) => `/_app/${String(file)}`)
		.filter((path) => path.endsWith('.js'));
	return withImports(scripts.filter((script) => builtText(script).includes('Canvas is already in use')));
}

function withImports(scripts: readonly string[], seen = new Set<string>()): Set<string> {
	for (const script of scripts) {
		if (seen.has(script)) continue;
		seen.add(script);
		withImports(importsOf(script), seen);
	}
	return seen;
}

const known = new Map<string, string[]>();

/** Static imports only: what `import()` names is loaded when it is needed. */
function importsOf(script: string): string[] {
	const found = known.get(script);
	if (found) return found;
	const { staticImports, staticExports } = parseSync(script, builtText(script)).module;
	const sources = [
		...staticImports.map(({ moduleRequest }) => moduleRequest.value),
		...staticExports.flatMap(({ entries }) => entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []))
	];
	const imports = sources.map((source) => posix.join(posix.dirname(script), source));
	known.set(script, imports);
	return imports;
}
