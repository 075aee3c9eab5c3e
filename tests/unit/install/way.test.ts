import { describe, expect, test } from 'vitest';
import { installWay, offersLine, type InstallSigns, type LineSigns } from '../../../src/lib/install/way.ts';

const wechat = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 MicroMessenger/8.0.60';

const way = (signs: Partial<InstallSigns>) =>
	installWay({ standalone: false, hasPrompt: false, iosStandalone: undefined, userAgent: 'Mozilla/5.0', ...signs });

const line = (signs: Partial<LineSigns>) =>
	offersLine({ way: 'prompt', cardsRead: 5, minCards: 5, dismissed: false, ...signs });

describe('the way to the home screen', () => {
	test('a page in its own window is installed, whatever else is there', () => {
		expect(way({ standalone: true, hasPrompt: true })).toBe('installed');
		expect(way({ iosStandalone: true })).toBe('installed');
	});

	test('the browser’s own dialog comes before any words', () => {
		expect(way({ hasPrompt: true, userAgent: wechat })).toBe('prompt');
	});

	test('Safari on iOS gets steps', () => {
		expect(way({ iosStandalone: false })).toBe('ios-steps');
	});

	test('WeChat on an iPhone is sent to the system browser, not to a share button that cannot do it', () => {
		expect(way({ iosStandalone: false, userAgent: wechat })).toBe('wechat');
		expect(way({ userAgent: wechat })).toBe('wechat');
	});

	test('every other browser has a menu', () => {
		expect(way({})).toBe('browser-menu');
	});
});

describe('the line on the home page', () => {
	test('comes with the last of the cards that must be read', () => {
		expect(line({})).toBe(true);
		expect(line({ cardsRead: 4 })).toBe(false);
	});

	test('stays away once dismissed, and where the app is installed', () => {
		expect(line({ dismissed: true })).toBe(false);
		expect(line({ way: 'installed' })).toBe(false);
	});

	test('stays away while anything is not known', () => {
		expect(line({ way: undefined })).toBe(false);
		expect(line({ cardsRead: undefined })).toBe(false);
		expect(line({ dismissed: undefined })).toBe(false);
	});
});
