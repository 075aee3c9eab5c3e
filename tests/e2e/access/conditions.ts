import type { Page } from '@playwright/test';
import type { Display } from '../../../src/lib/ui/display.ts';

/** As the settings do it, and once what it looks like is there. */
async function display(page: Page, part: { [Name in keyof Display]?: Display[Name] | undefined }): Promise<void> {
	await page.evaluate((detail) => dispatchEvent(new CustomEvent('kandong:display', { detail })), part);
	if (part.elder ?? part.contrast) {
		await page.waitForFunction(() => [...document.styleSheets].some(({ href }) => /\/modes\./.test(href ?? '')));
	}
}

/** What readers set on their side; each leaves the page as it was loaded, but for what the one before it set. */
export const conditions = {
	light: (page: Page) => page.emulateMedia({ colorScheme: 'light' }),
	dark: (page: Page) => page.emulateMedia({ colorScheme: 'dark' }),
	'high contrast': (page: Page) => display(page, { contrast: 'more' }),
	长辈版: (page: Page) => display(page, { contrast: undefined, elder: true }),
	/** A window of 1280 px at 400 % (WCAG 1.4.10). */
	narrow: (page: Page) => page.setViewportSize({ width: 320, height: 640 }),
	/** Text at 200 % (WCAG 1.4.4). */
	'large text': (page: Page) =>
		page.evaluate(() => {
			document.documentElement.style.fontSize = '32px';
		})
} as const;

export type Condition = keyof typeof conditions;
