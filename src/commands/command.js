import { realpathSync } from 'node:fs';
import process from 'node:process';

/**
 * Runs a command when its file is the one that was started, not when another command imports it.
 * @param {string} file the command's own
 * @param {() => Promise<number>} work resolves to the exit code; what it throws is shown as a sentence
 */
export async function command(file, work) {
	const started = process.argv[1];
	if (!started || realpathSync(started) !== file) return;
	try {
		process.exitCode = await work();
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	}
}
