import { expect, test } from 'vitest';
import { likelyOwner, ownerOf, possible, type MakerSigns, type PushSigns } from '../../../src/lib/push/possible.ts';

const chrome: PushSigns = {
	hasWorker: true,
	hasPush: true,
	permission: 'default',
	iosStandalone: undefined,
	userAgent: 'Chrome'
};
const iosTab = { ...chrome, hasPush: false, permission: undefined, iosStandalone: false };

test.each([
	['available', chrome],
	['available', { ...chrome, permission: 'granted' }],
	['blocked', { ...chrome, permission: 'denied' }],
	['install-first', iosTab],
	['available', { ...chrome, iosStandalone: true }],
	['wechat', { ...iosTab, hasWorker: false, userAgent: 'MicroMessenger/8' }],
	['no-worker', { ...chrome, hasWorker: false }],
	['no-push', { ...chrome, hasPush: false }],
	['no-push', { ...chrome, permission: undefined }]
] as const)('%s: %j', (expected, signs) => {
	expect(possible(signs)).toBe(expected);
});

test.each([
	['https://fcm.googleapis.com/fcm/send/x', 'Google'],
	['https://updates.push.services.mozilla.com/wpush/v2/x', 'Mozilla'],
	['https://web.push.apple.com/x', 'Apple'],
	['https://wns2-par02p.notify.windows.com/w/?token=x', 'Microsoft'],
	['https://fcm.googleapis.com.example.org/x', undefined]
])('%s is run by %s', (endpoint, owner) => {
	expect(ownerOf(endpoint)).toBe(owner);
});

const maker: MakerSigns = { brands: undefined, platform: undefined, isGecko: false, isWebKit: false };

test.each([
	['Google', { brands: ['Chromium', 'Google Chrome'], platform: 'Android' }],
	['Google', { brands: ['Chromium', 'Microsoft Edge'], platform: 'Android' }],
	['Microsoft', { brands: ['Chromium', 'Microsoft Edge'], platform: 'Windows' }],
	[undefined, { brands: ['Chromium', 'Microsoft Edge'], platform: 'macOS' }],
	['Mozilla', { isGecko: true }],
	['Apple', { isWebKit: true }],
	[undefined, {}]
] as const)('%s will most likely carry the notifications of %j', (owner, signs) => {
	expect(likelyOwner({ ...maker, ...signs })).toBe(owner);
});
