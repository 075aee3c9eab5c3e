import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { answers } from './answers.js';
import { aptInstall, mayUseApt } from './apt.js';
import { run } from './run.js';
import { tool } from './tool.js';

const usual = [
	'/usr/bin/chromium',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/usr/bin/chromium-browser',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
];

/**
 * Chromium without its windows: pages are the same, and the tests take half the time. Not all of push and of installing is
 * in it.
 */
const shell = '/usr/bin/chromium-headless-shell';

/** @returns {Promise<string>} where Playwright keeps its own Chromium, installed or not */
async function playwrightsOwn() {
	const { chromium } = await import('@playwright/test');
	return chromium.executablePath();
}

/** @returns {Promise<string | undefined>} a Chromium that starts, without installing any */
export async function findBrowser() {
	const wished = process.env.CHROMIUM_PATH;
	if (wished) {
		if (answers(wished)) return wished;
		throw new Error(`CHROMIUM_PATH is "${wished}", which does not start.`);
	}
	return [...usual, await playwrightsOwn()].find((path) => existsSync(path) && answers(path));
}

/**
 * @param {string} whole
 * @returns {string} what shows pages where a Chromium with all its parts isn't needed; that one, where there is no smaller
 */
export function findShell(whole) {
	if (process.env.CHROMIUM_SHELL_PATH) return process.env.CHROMIUM_SHELL_PATH;
	return !process.env.CHROMIUM_PATH && existsSync(shell) && answers(shell) ? shell : whole;
}

function hasChineseFont() {
	const { stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
	// Without fontconfig there is nobody to ask: not on macOS, which brings such fonts.
	return process.platform !== 'linux' || Boolean(stdout.trim());
}

/**
 * Finds a Chromium for the tests, or installs one.
 * @param {string} node
 * @returns {Promise<{ whole: string, shell: string }>} their paths
 */
export async function browser(node) {
	let path = await findBrowser();
	if (!path && mayUseApt()) {
		await aptInstall('chromium');
		path = await findBrowser();
	}
	if (!path) {
		console.log('Installing Chromium for Playwright …');
		const withLibraries = mayUseApt() ? ['--with-deps'] : [];
		const script = tool('@playwright/test', 'playwright');
		const ran = await run(node, [script, 'install', ...withLibraries, 'chromium'], { quiet: true });
		path = await findBrowser();
		if (!path) throw new Error(`${ran.output.trim()}\nNo Chromium: install one, or set CHROMIUM_PATH to one.`);
	}

	if (!hasChineseFont() && mayUseApt()) await aptInstall('fonts-noto-cjk');
	if (!process.env.CHROMIUM_PATH && !existsSync(shell) && mayUseApt()) await aptInstall('chromium-headless-shell');
	const note = hasChineseFont() ? '' : ', without a Chinese font: characters are shown as boxes';
	const small = findShell(path);
	console.log(`Browser: ${small === path ? path : `${path}, ${small}`}${note}`);
	return { whole: path, shell: small };
}
