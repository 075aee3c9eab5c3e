import { existsSync } from 'node:fs';
import process from 'node:process';
import { answers } from './answers.js';
import { aptInstall, mayUseApt } from './apt.js';

const usual = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];

/** @returns {string | undefined} a Firefox that starts, without installing any */
export function findFirefox() {
	const wished = process.env.FIREFOX_PATH;
	if (wished) {
		if (answers(wished)) return wished;
		throw new Error(`FIREFOX_PATH is "${wished}", which does not start.`);
	}
	return usual.find((path) => existsSync(path) && answers(path));
}

/**
 * Finds a Firefox for the test of push, or installs Debian's. Ubuntu has no other than a snap, which root's tests can't start.
 * @returns {Promise<string | undefined>} its path
 */
export async function firefox() {
	let path = findFirefox();
	if (!path && mayUseApt()) {
		await aptInstall('firefox-esr');
		path = findFirefox();
	}
	if (path) console.log(`Browser: ${path}`);
	return path;
}
