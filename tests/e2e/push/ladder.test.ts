import { expect, test } from '../fixtures.ts';
import { channel } from './channels.ts';

/** What a browser shows of itself, put in place before the page's own scripts. */
const browsers = {
	iPhone: () => {
		Reflect.deleteProperty(window, 'PushManager');
		Reflect.deleteProperty(window, 'Notification');
		Object.defineProperty(navigator, 'standalone', { value: false });
	},
	WeChat: () => {
		Reflect.deleteProperty(window, 'PushManager');
		Object.defineProperty(navigator, 'userAgent', { value: 'MicroMessenger/8.0' });
	},
	'a browser without push': () => {
		Reflect.deleteProperty(window, 'PushManager');
	},
	'a browser that was told no': () => {
		Object.defineProperty(Notification, 'permission', { get: () => 'denied' });
	},
	'a browser that was never asked': () => {
		Object.defineProperty(Notification, 'permission', { get: () => 'default' });
	}
};

for (const [browser, state, words] of [
	['iPhone', '要先安装', '装到主屏幕'],
	['WeChat', '这里用不了', '在浏览器打开'],
	['a browser without push', '这里用不了', '订阅源'],
	['a browser that was told no', '被拦住了', '改成“允许”'],
	['a browser that was never asked', '没有开', '先关注一个主题']
] as const) {
	test(`${browser}: the ladder says “${state}”, and what can be done`, async ({ page }) => {
		await page.addInitScript(browsers[browser]);
		await page.goto('/settings');
		const push = channel(page, '通知');
		await expect(push.getByRole('heading')).toContainText(state);
		await expect(push).toContainText(words);
		await expect(channel(page, '打开应用就能看到')).toContainText('上次取到更新');
		await expect(channel(page, '订阅源').getByRole('link', { name: '全部更新 JSON' })).toBeVisible();
	});
}

test('a no in the browser’s question, and a yes in its settings later, are both seen at once', async ({ page }) => {
	await page.addInitScript(() => {
		let answer: NotificationPermission = 'default';
		Object.defineProperty(Notification, 'permission', { get: () => answer });
		Notification.requestPermission = () => Promise.resolve((answer = 'denied'));
		addEventListener('test:allow', () => (answer = 'default'));
	});
	await page.goto('/following');
	await page.getByRole('button', { name: '关注教育', exact: true }).first().click();
	const push = channel(page, '通知');
	await push.getByRole('button', { name: '开启通知' }).click();
	await expect(push.getByRole('heading', { name: '开启之前，请看一眼' })).toBeFocused();
	await expect(push.getByRole('button')).toHaveText(['同意并开启', '先不开']);
	await expect(push).toContainText('谷歌');
	await push.getByRole('button', { name: '同意并开启' }).click();
	await expect(push.getByRole('heading')).toContainText('被拦住了');
	await expect(push.getByRole('heading')).toBeFocused();

	await page.evaluate(() => {
		dispatchEvent(new Event('test:allow'));
		document.dispatchEvent(new Event('visibilitychange'));
	});
	await expect(push.getByRole('button', { name: '开启通知' })).toBeVisible();
});
