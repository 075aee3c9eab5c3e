import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const languages = [
	{ name: 'Chinese', home: '/', manifest: '/manifest.webmanifest', tag: 'zh-CN', short: '看懂金华' },
	{ name: 'English', home: '/en', manifest: '/en/manifest.webmanifest', tag: 'en', short: 'Kandong' }
];

interface Picture {
	src: string;
	sizes: string;
	type: string;
	purpose?: string;
	form_factor?: string;
	label?: string;
}

interface Manifest {
	id: string;
	lang: string;
	short_name: string;
	start_url: string;
	scope: string;
	display: string;
	icons: Picture[];
	screenshots: Picture[];
	shortcuts: { name: string; url: string }[];
}

/** Width and height as a PNG's first chunk states them. */
function pngSize(bytes: Buffer): string {
	expect(bytes.subarray(1, 4).toString()).toBe('PNG');
	return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}

async function devtools(page: Page): Promise<CDPSession> {
	return page.context().newCDPSession(page);
}

for (const { name, home, manifest: address, tag, short } of languages) {
	test.describe(`the app in ${name}`, () => {
		test('can be installed, as Chromium itself sees it', async ({ page }) => {
			await page.goto(home);
			const chromium = await devtools(page);

			const { url, errors } = await chromium.send('Page.getAppManifest');
			expect(new URL(url).pathname).toBe(address);
			expect(errors).toEqual([]);

			await expect
				.poll(async () => (await chromium.send('Page.getInstallabilityErrors')).installabilityErrors)
				// What tests run in is a private window, and that is all there is to say against it.
				.toEqual([{ errorId: 'in-incognito', errorArguments: [] }]);
		});

		test('is one app whose start page, shortcuts, icons and pictures are there', async ({ request }) => {
			const response = await request.get(address);
			expect(response.headers()['content-type']).toBe('application/manifest+json');
			const manifest = (await response.json()) as Manifest;
			expect(manifest).toMatchObject({ id: '/', lang: tag, short_name: short, start_url: `${home}?start`, scope: '/' });
			expect(manifest.display).toBe('standalone');

			for (const url of [manifest.start_url, ...manifest.shortcuts.map((shortcut) => shortcut.url)]) {
				expect((await request.get(url, { maxRedirects: 0 })).status(), url).toBe(200);
			}
			for (const { src, sizes, type } of [...manifest.icons, ...manifest.screenshots]) {
				const picture = await request.get(src);
				expect(picture.headers()['content-type'], src).toBe(type);
				if (type === 'image/png') expect(pngSize(await picture.body()), src).toBe(sizes);
			}
			for (const purpose of ['any', 'maskable', 'monochrome']) {
				const sizes = manifest.icons.filter((icon) => icon.purpose === purpose).map((icon) => icon.sizes);
				expect(sizes, purpose).toEqual(expect.arrayContaining(['192x192', '512x512']));
			}
			expect(new Set(manifest.screenshots.map((picture) => picture.form_factor))).toEqual(new Set(['narrow', 'wide']));
			expect(manifest.screenshots.every((picture) => picture.label)).toBe(true);
		});

		test('tells iOS its name and an icon without transparency', async ({ page, request }) => {
			await page.goto(home);
			await expect(page.locator('meta[name="apple-mobile-web-app-title"]')).toHaveAttribute('content', short);
			const href = await page.locator('link[rel="apple-touch-icon"]').getAttribute('href');
			const icon = await (await request.get(href ?? '')).body();
			expect(pngSize(icon)).toBe('180x180');
			const colourType = icon[25];
			expect(colourType, 'truecolour without alpha').toBe(2);
		});
	});
}

test('every page links to the manifest of its language', async ({ page }) => {
	for (const path of ['/topics/jobs', '/plan', '/en/plan', '/en/about']) {
		await page.goto(path);
		const expected = path.startsWith('/en') ? '/en/manifest.webmanifest' : '/manifest.webmanifest';
		await expect(page.locator('link[rel="manifest"]')).toHaveAttribute('href', expected);
	}
});

test.describe('the offer in settings', () => {
	const offer = (page: Page) => page.getByRole('region', { name: '装到这台设备上' });

	/** What Chromium does once it finds the app installable and the reader interested. */
	const offerPrompt = (page: Page, outcome: 'accepted' | 'dismissed') =>
		page.evaluate((outcome) => {
			const event = new Event('beforeinstallprompt', { cancelable: true });
			dispatchEvent(Object.assign(event, { prompt: () => Promise.resolve({ outcome }) }));
			return event.defaultPrevented;
		}, outcome);

	test('opens the browser’s own dialog, and nothing opens by itself', async ({ page }) => {
		await page.goto('/settings');
		await expect(offer(page)).toContainText('浏览器的菜单');
		expect(await offerPrompt(page, 'accepted')).toBe(true);
		await offer(page).getByRole('button', { name: '安装' }).click();
		await expect(offer(page).getByRole('status')).toHaveText('已经装在这台设备上了。');
	});

	test('takes a no, and says where to find it later', async ({ page }) => {
		await page.goto('/settings');
		await expect(offer(page)).toContainText('浏览器的菜单');
		await offerPrompt(page, 'dismissed');
		await offer(page).getByRole('button', { name: '安装' }).click();
		await expect(offer(page).getByRole('status')).toContainText('这次没有安装');
	});

	test('shows the steps on an iPhone', async ({ page }) => {
		await page.addInitScript(() => Object.defineProperty(navigator, 'standalone', { value: false }));
		await page.goto('/settings');
		await expect(offer(page).getByRole('listitem')).toContainText(['点“分享”', '添加到主屏幕', '添加']);
	});

	test.describe('in WeChat', () => {
		test.use({
			userAgent: 'Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 Chrome/116.0 Mobile MicroMessenger/8.0.49'
		});

		test('leads to the phone’s browser', async ({ page }) => {
			await page.goto('/settings');
			await expect(offer(page).getByRole('listitem')).toContainText(['···', '在浏览器打开', '设置']);
		});
	});
});
