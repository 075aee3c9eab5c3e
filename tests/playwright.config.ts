import { defineConfig } from '@playwright/test';
import process from 'node:process';
import { findBrowser } from '../src/commands/browser.js';
import { inProject } from '../src/commands/project.js';

const port = Number(process.env.E2E_PORT ?? 4273);
const origin = `http://localhost:${port}`;
const data = inProject('test-results', 'data');
const browser = process.env.CHROMIUM_PATH ?? (await findBrowser());

/** The production build as `npm start` serves it; `npm test` has built it before. */
export default defineConfig({
	testDir: 'e2e',
	outputDir: '../test-results/e2e',
	reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
	forbidOnly: Boolean(process.env.CI),
	retries: 0,
	workers: 2,
	webServer: {
		command: `"${process.execPath}" src/commands/serve.ts`,
		cwd: inProject(),
		url: origin,
		env: { PORT: String(port), HOST: 'localhost', ORIGIN: origin, DATA_DIR: data, DATABASE_URL: '' },
		reuseExistingServer: false,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 }
	},
	use: {
		baseURL: origin,
		trace: 'off',
		// Without a sandbox, as Playwright has it: Chromium's refuses to run as root, and containers are root.
		launchOptions: browser ? { executablePath: browser } : {}
	},
	projects: [
		{
			name: 'phone',
			use: {
				browserName: 'chromium',
				viewport: { width: 360, height: 740 },
				deviceScaleFactor: 2,
				hasTouch: true,
				isMobile: true,
				locale: 'zh-CN'
			}
		}
	]
});
