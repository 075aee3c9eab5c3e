import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import process from 'node:process';
import { browser } from './browser.js';
import { built } from './built.js';
import { check } from './check.js';
import { command } from './command.js';
import { firefox } from './firefox.js';
import { installed } from './installed.js';
import { inProject } from './project.js';
import { run, stopWith } from './run.js';
import { summary } from './summary.js';
import { left, playwrightTally, single, total, vitestTally } from './tally.js';
import { tool } from './tool.js';

/** @typedef {import('./tally.js').Tally} Tally */

/** @type {import('./summary.js').Part[]} */
const parts = [];

/**
 * Runs one part, whatever became of the ones before it.
 * @param {string} name
 * @param {() => Promise<Tally>} work
 */
async function part(name, work) {
	console.log(`\n── ${name}`);
	const began = performance.now();
	/** @type {Tally} */
	let tally;
	try {
		tally = await work();
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		tally = single(false);
	}
	parts.push({ name, ...tally, seconds: (performance.now() - began) / 1000 });
	return tally.failed === 0;
}

/** @param {string} folder */
function hasTests(folder) {
	return (
		existsSync(folder) &&
		readdirSync(folder, { recursive: true }).some((file) => /\.(test|spec)\.ts$/.test(String(file)))
	);
}

/**
 * Runs a test runner and counts what its report says.
 * @template Report
 * @param {string} folder the tests
 * @param {(report: Report | undefined, code: number) => Tally} count
 * @param {(report: string) => Promise<import('./run.js').Ran>} runTests gets the file that the report is written to
 */
async function tallied(folder, count, runTests) {
	if (!hasTests(inProject('tests', folder))) return left(`there are no tests in tests/${folder} yet`);
	const report = inProject('test-results', `${folder.replace('/', '-')}.json`);
	// A report of the last run must not speak for a run that wrote none.
	rmSync(report, { force: true });
	const { code } = await runTests(report);
	return count(existsSync(report) ? /** @type {Report} */ (JSON.parse(readFileSync(report, 'utf8'))) : undefined, code);
}

/**
 * The tests of a vitest project, which is named like their folder.
 * @param {string} node
 * @param {string} project
 * @param {Record<string, string>} [env]
 */
async function vitest(node, project, env = {}) {
	return tallied(project, vitestTally, (report) => {
		const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
		return run(node, [tool('vitest'), 'run', '--project', project, ...reporters], { env });
	});
}

/**
 * @param {string} node
 * @param {{ whole: string, shell: string }} chromium
 * @param {string} folder tests/…
 * @param {string[]} projects of Playwright's configuration
 */
async function playwright(node, chromium, folder, projects) {
	return tallied(folder, playwrightTally, (report) => {
		const args = [tool('@playwright/test', 'playwright'), 'test', '--config', 'tests/playwright.config.ts'];
		const env = {
			CHROMIUM_PATH: chromium.whole,
			CHROMIUM_SHELL_PATH: chromium.shell,
			PLAYWRIGHT_JSON_OUTPUT_FILE: report
		};
		return run(node, [...args, ...projects.flatMap((project) => ['--project', project])], { env });
	});
}

/** @param {string} node */
async function pushInFirefox(node) {
	const path = await firefox();
	if (path) return vitest(node, 'firefox', { FIREFOX_PATH: path });
	const missing = 'there is no Firefox: install one (Debian: firefox-esr), or set FIREFOX_PATH to one';
	if (process.env.CI) throw new Error(`In CI this must not be left out, and ${missing}.`);
	return left(missing);
}

await command(import.meta.filename, async () => {
	stopWith(130);
	const node = await installed();

	/** @type {{ whole: string, shell: string } | undefined} */
	let chromium;
	await part('browser', async () => {
		chromium = await browser(node);
		return total([]);
	});
	await part('check', async () => total((await check(node)).map(({ passed }) => single(passed))));
	await part('plan', async () => single((await run(node, ['src/commands/plan.ts', 'check'])).code === 0));
	await part('unit', () => vitest(node, 'unit'));
	await part('server', () => vitest(node, 'server'));
	const hasBuild = await part('build', async () => {
		const { fresh } = await built(node);
		if (fresh) console.log('The build is newer than its sources.');
		return single(true);
	});
	await part('built output', async () => (hasBuild ? vitest(node, 'built') : left('the build failed')));
	/** @type {(folder: string, projects: string[]) => Promise<Tally>} */
	const inChromium = async (folder, projects) => {
		if (!hasBuild) return left('the build failed');
		return chromium ? playwright(node, chromium, folder, projects) : left('there is no browser');
	};
	await part('browser tests', () => inChromium('e2e', ['phone', 'whole browser']));
	await part('speed', () => inChromium('e2e/speed', ['slow phone']));
	await part('push in Firefox', async () => (hasBuild ? pushInFirefox(node) : left('the build failed')));

	console.log(`\n${summary(parts)}`);
	return parts.some(({ failed }) => failed > 0) ? 1 : 0;
});
