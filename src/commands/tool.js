import { readFileSync } from 'node:fs';
import { inProject } from './project.js';

/**
 * The script behind a package's command, to be run with a Node of our choice:
 * what is in `node_modules/.bin` starts whatever `node` comes first on the path.
 * @param {string} name the package
 * @param {string} [command] when the package has a command of another name
 */
export function tool(name, command = name) {
	/** @type {{ bin: string | Record<string, string> }} */
	const { bin } = JSON.parse(readFileSync(inProject('node_modules', name, 'package.json'), 'utf8'));
	const script = typeof bin === 'string' ? bin : bin[command];
	if (!script) throw new Error(`The package ${name} has no command ${command}.`);
	return inProject('node_modules', name, script);
}
