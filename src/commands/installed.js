import { readFileSync } from 'node:fs';
import { command } from './command.js';
import { matches } from './lockfile.js';
import { modernNode, nodeWanted } from './node.js';
import { inProject } from './project.js';
import { run, stopWith } from './run.js';

/**
 * @param {string[]} path
 * @returns {import('./lockfile.js').Lockfile}
 */
function readLockfile(...path) {
	return JSON.parse(readFileSync(inProject(...path), 'utf8'));
}

function upToDate() {
	try {
		return matches(readLockfile('package-lock.json'), readLockfile('node_modules', '.package-lock.json'));
	} catch {
		// npm writes its list last: without it nothing was installed, or an install was broken off.
		return false;
	}
}

/**
 * Installs the packages when they are missing or others than the lock file names.
 * @returns {Promise<string>} the Node that runs everything from here on
 */
export async function installed() {
	if (!upToDate() || !modernNode()) {
		console.log('Installing packages …');
		// Both kinds are needed to build and test, also where NODE_ENV=production or npm's settings leave them out.
		const ran = await run('npm', ['ci', '--include=optional', '--include=dev'], { quiet: true });
		if (ran.code !== 0) throw new Error(`${ran.output.trim()}\nThe packages could not be installed.`);
	}
	const node = modernNode();
	if (!node) throw new Error(nodeWanted);
	return node;
}

await command(import.meta.filename, async () => {
	stopWith(130);
	await installed();
	return 0;
});
