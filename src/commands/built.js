import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { inProject, root } from './project.js';
import { run } from './run.js';
import { tool } from './tool.js';

const sources = ['src', 'static', 'svelte.config.js', 'vite.config.ts', 'package-lock.json'];
const inlang = join('src', 'words', 'project.inlang');

/**
 * Whether the build itself writes it, in the middle of its work: the compiled words, and what inlang puts beside its settings.
 * @param {string} path
 */
function isGenerated(path) {
	return path === join('src', 'lib', 'paraglide') || (dirname(path) === inlang && basename(path) !== 'settings.json');
}

/**
 * @param {string} folder
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(folder, path) {
	if (isGenerated(path) || !existsSync(join(folder, path))) return [];
	if (!statSync(join(folder, path)).isDirectory()) return [path];
	return readdirSync(join(folder, path)).flatMap((name) => filesUnder(folder, join(path, name)));
}

/**
 * A digest of everything a build is made from. Contents, not times: a checkout touches files that it does not change.
 * @param {string} folder
 * @param {string} origin absolute addresses are written into the pages
 */
export function digestOfSources(folder, origin) {
	const digest = createHash('sha256').update(origin);
	for (const path of sources.flatMap((source) => filesUnder(folder, source)).sort()) {
		const content = readFileSync(join(folder, path));
		digest.update(`\0${path}\0${String(content.length)}\0`).update(content);
	}
	return digest.digest('hex');
}

/**
 * Builds when the build is missing or older than its sources.
 * @param {string} node
 * @returns {Promise<{ fresh: boolean }>} fresh: there was nothing to do
 */
export async function built(node) {
	// Beside the build's own files, because the adapter empties the folder: a stamp never outlives its build.
	const stamp = inProject('build', 'sources.sha256');
	// Only an origin that was set: a start on another port alone must not wait for a build.
	const digest = digestOfSources(root, process.env.ORIGIN ?? '');
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return { fresh: true };

	console.log('Building …');
	const ran = await run(node, [tool('vite'), 'build'], { quiet: true });
	if (ran.code !== 0) throw new Error(`${ran.output.trim()}\nThe build failed.`);
	writeFileSync(stamp, digest);
	return { fresh: false };
}
