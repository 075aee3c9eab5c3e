import { existsSync } from 'node:fs';
import { command } from './command.js';
import { installed } from './installed.js';
import { inProject } from './project.js';
import { run, stopWith } from './run.js';
import { tool } from './tool.js';
import { compileWords } from './words.js';

/** @typedef {{ name: string, passed: boolean }} Checked */

/**
 * @param {string[]} project a folder with a tsconfig.json
 * @returns {string[] | undefined} undefined where there is nothing to check yet
 */
function typesOf(...project) {
	const path = inProject(...project, 'tsconfig.json');
	return existsSync(path) ? [tool('typescript', 'tsc'), '--noEmit', '--project', path] : undefined;
}

/**
 * Types, lint and format, all of them whatever the first ones find.
 * @param {string} node
 */
export async function check(node) {
	await compileWords(node);
	await run(node, [tool('@sveltejs/kit', 'svelte-kit'), 'sync'], { quiet: true });
	const checks = {
		'types: app': [tool('svelte-check'), '--tsconfig', './tsconfig.json', '--fail-on-warnings'],
		'types: service worker': typesOf('src', 'service-worker'),
		'types: tests': typesOf('tests'),
		lint: [tool('eslint'), '--max-warnings', '0', '.'],
		format: [tool('prettier'), '--check', '.']
	};

	/** @type {Checked[]} */
	const results = [];
	const runs = Object.entries(checks).map(([name, args]) => ({ name, ran: args && run(node, args, { quiet: true }) }));
	for (const { name, ran } of runs) {
		if (!ran) continue;
		const { code, output } = await ran;
		console.log(`${code === 0 ? '✓' : '✗'} ${name}`);
		if (code !== 0) console.log(output.trim());
		results.push({ name, passed: code === 0 });
	}
	return results;
}

await command(import.meta.filename, async () => {
	stopWith(130);
	const results = await check(await installed());
	return results.every(({ passed }) => passed) ? 0 : 1;
});
