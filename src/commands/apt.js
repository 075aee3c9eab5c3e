import { existsSync } from 'node:fs';
import process from 'node:process';
import { run } from './run.js';

/** Debian's and Ubuntu's packages, where this process may install them. */
export function mayUseApt() {
	return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

let listsAreFresh = false;

/**
 * Whether it worked shows when what the packages bring is looked for again.
 * @param {string[]} packages
 */
export async function aptInstall(...packages) {
	console.log(`Installing ${packages.join(' ')} …`);
	const env = { DEBIAN_FRONTEND: 'noninteractive' };
	if (!listsAreFresh) await run('apt-get', ['update'], { quiet: true, env });
	listsAreFresh = true;
	await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { quiet: true, env });
}
