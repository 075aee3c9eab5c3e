import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import process from 'node:process';
import { inProject, root } from './project.js';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */
/** @typedef {{ code: number, output: string }} Ran how a program ended, and what it said when it was run quietly */

/** @type {Set<ChildProcess>} */
const running = new Set();
let stopping = false;

/** With the project's own Node and tools first, whatever the tools start in their turn. */
function environment() {
	return { ...process.env, PATH: inProject('node_modules', '.bin') + delimiter + (process.env.PATH ?? '') };
}

/**
 * Runs a program in the project's folder. Quietly means that its output is kept for the caller, who shows it when it matters.
 * @param {string} program
 * @param {string[]} args
 * @param {{ quiet?: boolean, env?: Record<string, string> }} [options]
 * @returns {Promise<Ran>}
 */
export function run(program, args, { quiet = false, env = {} } = {}) {
	return new Promise((resolve) => {
		const child = spawn(program, args, {
			cwd: root,
			env: { ...environment(), ...env },
			// A group of its own: a signal to the whole group of ours reaches it once, through us, and it can end in order.
			detached: true,
			stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit'
		});
		running.add(child);

		let output = '';
		for (const stream of [child.stdout, child.stderr]) {
			stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text));
		}

		/** @param {number} code */
		function ended(code) {
			running.delete(child);
			// A stopped program did not fail: nobody must go on to say so.
			if (!stopping) resolve({ code, output });
		}
		child.once('error', (error) => {
			output += error.message;
			ended(1);
		});
		child.once('close', (code) => {
			ended(code ?? 1);
		});
	});
}

/**
 * On Ctrl-C or a request to end: asks the running programs to stop, and ends with the code once they have.
 * @param {number} code
 */
export function stopWith(code) {
	function stop() {
		if (stopping) return;
		stopping = true;
		if (running.size === 0) process.exit(code);

		for (const child of running) {
			child.once('close', () => {
				if (running.size === 0) process.exit(code);
			});
			child.kill('SIGINT');
		}
		setTimeout(() => {
			for (const { pid } of running) if (pid) process.kill(-pid, 'SIGKILL');
			process.exit(code);
		}, 4000);
	}
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
}
