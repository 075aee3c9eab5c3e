import { defineConfig } from '@playwright/test';
import process from 'node:process';
import { findBrowser, findShell } from '../src/commands/browser.js';
import { inProject } from '../src/commands/project.js';

const port = Number(process.env.E2E_PORT ?? 4273);
const origin = `http://localhost:${port}`;
const data = inProject('test-results', 'data');
const whole = process.env.CHROMIUM_PATH ?? (await findBrowser());
const shell = whole && findShell(whole);
// Without a sandbox, as Playwright has it: Chromium's refuses to run as root, and containers are root.
const startedFrom = (executablePath: string | undefined) => ({
	launchOptions: executablePath ? { executablePath } : {}
});

const phone = {
	browserName: 'chromium',
	viewport: { width: 360, height: 740 },
	deviceScaleFactor: 2,
	hasTouch: true,
	isMobile: true,
	locale: 'zh-CN'
} as const;
/** Push and installing are the browser's own, and the shell lacks parts of them. */
const ofTheBrowser = ['**/e2e/push/*.test.ts', '**/e2e/install.test.ts'];
/** Measured: `npm test` runs them by themselves, for others beside them would be measured too. */
const measured = '**/e2e/speed/*.test.ts';

/** The production build as `npm start` serves it; `npm test` has built it before. */
export default defineConfig({
	testDir: 'e2e',
	outputDir: '../test-results/e2e',
	// Where `npm test` asks for a report, it names the file (PLAYWRIGHT_JSON_OUTPUT_FILE).
	reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
	forbidOnly: Boolean(process.env.CI),
	// A machine that stumbled once must not fail a build; the summary names whatever needed a second try.
	retries: 1,
	// Much of a browser test is waiting: three fill two processors.
	workers: 3,
	webServer: {
		command: `"${process.execPath}" src/commands/serve.ts`,
		cwd: inProject(),
		url: origin,
		env: { PORT: String(port), HOST: 'localhost', ORIGIN: origin, DATA_DIR: data, DATABASE_URL: '' },
		reuseExistingServer: false,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 }
	},
	// A machine that is slow must fail nothing: what never comes, never comes in a minute either.
	timeout: 120_000,
	expect: { timeout: 30_000 },
	use: { baseURL: origin, trace: 'off' },
	projects: [
		{ name: 'phone', testIgnore: [...ofTheBrowser, measured], use: { ...phone, ...startedFrom(shell) } },
		{ name: 'whole browser', testMatch: ofTheBrowser, use: { ...phone, ...startedFrom(whole) } },
		{ name: 'slow phone', testMatch: measured, workers: 1, use: { ...phone, ...startedFrom(shell) } }
	]
});
