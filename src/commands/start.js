import process from 'node:process';
import { built } from './built.js';
import { command } from './command.js';
import { readEnvironment } from './environment.js';
import { installed } from './installed.js';
import { tryToListen } from './listening.js';
import { inProject } from './project.js';
import { run, stopWith } from './run.js';

await command(import.meta.filename, async () => {
	stopWith(0);
	await tryToListen(readEnvironment(process.env));
	const node = await installed();
	await built(node);
	const { code } = await run(node, [inProject('src', 'commands', 'serve.ts')]);
	return code;
});
