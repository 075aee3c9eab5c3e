import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import process from 'node:process';

/**
 * Whether a program answers. A file alone says little: Ubuntu's chromium is a script that asks for a snap.
 * @param {string} program
 */
export function answers(program) {
	// Firefox as root refuses a home that is another user's.
	const env = { ...process.env, HOME: tmpdir() };
	return spawnSync(program, ['--version'], { stdio: 'ignore', timeout: 20_000, env }).status === 0;
}
