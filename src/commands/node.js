import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import process from 'node:process';
import { inProject } from './project.js';

/** The first Node that runs TypeScript as it is and that everything here is tried on. */
const needed = 24;

/** @param {string} version */
export function isModern(version) {
	return Number.parseInt(version.replace(/^v/, ''), 10) >= needed;
}

/**
 * The Node that runs everything after the install: the one that came with the packages, where the installed one may be older.
 * Trying it out also finds the machine it was not made for.
 * @returns {string | undefined}
 */
export function modernNode() {
	const own = inProject('node_modules', '.bin', 'node');
	if (existsSync(own)) {
		if (realpathSync(own) === process.execPath) return own;
		const { status, stdout } = spawnSync(own, ['--version'], { encoding: 'utf8' });
		if (status === 0 && isModern(stdout)) return own;
	}
	return isModern(process.version) ? process.execPath : undefined;
}

export const nodeWanted =
	`This is Node ${process.versions.node}, and the packages bring no newer one for this machine: ` +
	`install Node ${String(needed)} or later, then run this again.`;
