/** What phones take away from an app: WeChat on iOS has no workers, private windows no storage. Reading goes on, and nothing throws. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { goOffline, installed } from './phone.ts';

const isRegistered = () => navigator.serviceWorker.getRegistration().then(Boolean);

/** Reads on, follows a topic, opens settings. */
async function expectToWork(page: Page): Promise<void> {
	await page.goto('/topics/innovation');
	await page.getByRole('button', { name: '下一张' }).click();
	await expect(page.locator('[aria-current="true"]')).toHaveAttribute('aria-label', /^第 2 张/);
	const follow = page.getByRole('button', { name: '关注创新与产业' });
	await follow.click();
	await expect(follow).toHaveAttribute('aria-pressed', 'true');
	await page.getByRole('link', { name: '设置' }).click();
	await expect(page.getByRole('heading', { level: 1, name: '设置' })).toBeVisible();
}

const notRemembered = '关注和已读不会被记住';

const faults: { name: string; break: () => void; says: string }[] = [
	{
		name: 'no service worker',
		break: () => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'),
		says: '这个浏览器不支持离线阅读'
	},
	{
		name: 'a service worker that is refused',
		break: () => {
			ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('refused', 'SecurityError'));
		},
		says: '这个浏览器不支持离线阅读'
	},
	{
		name: 'no indexedDB',
		break: () => Object.defineProperty(window, 'indexedDB', { get: () => undefined }),
		says: notRemembered
	},
	{
		name: 'an indexedDB that throws when it is looked at',
		break: () =>
			Object.defineProperty(window, 'indexedDB', {
				get: () => {
					throw new DOMException('denied', 'SecurityError');
				}
			}),
		says: notRemembered
	},
	{
		name: 'localStorage and sessionStorage that throw',
		break: () => {
			for (const name of ['localStorage', 'sessionStorage']) {
				Object.defineProperty(window, name, {
					get: () => {
						throw new DOMException('denied', 'SecurityError');
					}
				});
			}
		},
		says: '张卡已可离线阅读'
	},
	{
		name: 'no localStorage and no caches in the page',
		break: () => {
			for (const name of ['localStorage', 'caches']) Object.defineProperty(window, name, { get: () => undefined });
		},
		says: '张卡已可离线阅读'
	}
];

for (const fault of faults) {
	test(`with ${fault.name} the app works, and says what it can’t do`, async ({ page }) => {
		await page.addInitScript(fault.break);
		await expectToWork(page);
		await expect(page.getByText(fault.says).first()).toBeVisible();
	});
}

test('with caches that throw in the worker there is no offline reading, and everything else', async ({
	page,
	network
}) => {
	const broken = "Object.defineProperty(self,'caches',{get(){throw new DOMException('denied','SecurityError')}});";
	network.alter(/^\/service-worker\.js$/, (body) => broken + body);
	await expectToWork(page);
	await expect.poll(() => page.evaluate(isRegistered)).toBe(false);
});

test.describe('with caches that begin to throw after the install', () => {
	test.use({
		// One pattern: of two, Playwright takes the second for options.
		allowed: [/net::ERR_|status of 503/]
	});

	test('pages come from the network, and offline there is a way back', async ({ page, context, network }) => {
		// From the second start of the worker on, as when a browser withdraws storage.
		const failing =
			"addEventListener('message',({data})=>{if(data==='break caches')caches.match=caches.open=()=>Promise.reject(new DOMException('gone','UnknownError'))});";
		network.alter(/^\/service-worker\.js$/, (body) => failing + body);
		await page.goto('/');
		await installed(page);
		await page.evaluate(() => navigator.serviceWorker.controller?.postMessage('break caches'));

		await expectToWork(page);
		await goOffline(context, network);
		const answer = await page.goto('/plan');
		expect(answer?.status()).toBe(503);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('现在没有网络');
		await expect(page.getByRole('link', { name: '再试一次' })).toBeVisible();
	});
});
