import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import puppeteer from 'puppeteer-core';
import { BidiBrowser } from 'puppeteer-core/internal/bidi/Browser.js';

export interface Firefox {
	browser: BidiBrowser;
	close: () => Promise<void>;
}

/**
 * Firefox without a window on the screen and otherwise as it is: its own worker, its own push client, its own decryption.
 * @param pushService where its push client connects; nowhere, where that is not the question
 */
export async function openFirefox(path: string, pushService = ''): Promise<Firefox> {
	// As root it refuses a home that is another user's, and anywhere else it would write into the tester's.
	const home = await mkdtemp(join(tmpdir(), 'kandong-firefox-'));
	const browser = await puppeteer.launch({
		browser: 'firefox',
		executablePath: path,
		// Its notifications are windows of its own, and only privileged scripts see those.
		args: ['--remote-allow-system-access'],
		env: { ...process.env, HOME: home },
		timeout: 120_000,
		protocolTimeout: 120_000,
		extraPrefsFirefox: {
			'dom.push.connection.enabled': true,
			'dom.push.serverURL': pushService,
			'dom.push.testing.allowInsecureServerURL': true,
			'dom.push.retryBaseInterval': 200,
			// The reader who taps 允许.
			'permissions.default.desktop-notification': 1,
			// Firefox's own notifications, as where the desktop has none.
			'alerts.useSystemBackend': false,
			'intl.accept_languages': 'zh-CN'
		}
	});
	if (!(browser instanceof BidiBrowser)) throw new Error('This Firefox is not driven by WebDriver BiDi.');
	return {
		browser,
		close: async () => {
			await browser.close();
			await rm(home, { recursive: true, force: true });
		}
	};
}
