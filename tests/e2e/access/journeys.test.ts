/**
 * Four readers, each with their own means only, do what the app is for: they find the China–Europe train target, check
 * its sentence, follow its topic and share its card.
 */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { card, figure, topic } from '../plan.ts';

// Each is a walk through the whole app, on machines that have other things to do.
const trains = card('freight-trains');
const target = figure('freight-trains-target-2021');
const words = {
	zh: {
		search: '搜索',
		field: '搜卡片、数字和原文',
		query: '中欧班列',
		source: '看原文',
		follow: `关注${topic(trains.topic).name.zh}`,
		share: '分享',
		copy: '复制链接',
		close: '关闭'
	},
	en: {
		search: 'Search',
		field: 'Search cards, numbers and the plan',
		query: 'China–Europe train',
		source: 'See it in the plan',
		follow: `Follow ${topic(trains.topic).name.en}`,
		share: 'Share',
		copy: 'Copy link',
		close: 'Close'
	}
} as const;

/** How a reader gets to something and uses it. */
type Use = (what: Locator) => Promise<void>;

const tap: Use = (what) => what.tap();
const click: Use = (what) => what.click();

/** Tab until it has the focus, which can be seen wherever it stops on the way; then Enter. */
const keyboard: Use = async (what) => {
	await reach(what);
	await what.page().keyboard.press('Enter');
};

async function reach(what: Locator): Promise<void> {
	const page = what.page();
	await expect(what).toBeVisible();
	for (let presses = 0; presses < 80; presses++) {
		if (await what.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press('Tab');
		// What scrolls into view takes its time.
		await expect.poll(() => hiddenFocus(page)).toBeUndefined();
	}
	throw new Error('Tab does not lead there.');
}

/** What has the focus without a reader seeing it: outside of the window, behind a bar, or without a mark. */
function hiddenFocus(page: Page): Promise<string | undefined> {
	return page.evaluate(() => {
		const focused = document.activeElement;
		if (!focused || focused === document.body) return undefined;
		const { left, top, width, height } = focused.getBoundingClientRect();
		const found = document.elementFromPoint(left + width / 2, top + height / 2);
		const seen =
			found !== null &&
			(focused.contains(found) || found.contains(focused) || found.closest('label')?.contains(focused));
		const marked =
			getComputedStyle(focused.closest('label:focus-within') ?? focused).outlineStyle !== 'none' ||
			getComputedStyle(focused).outlineStyle !== 'none';
		return seen === true && marked
			? undefined
			: `${focused.outerHTML.slice(0, 120)} seen: ${String(seen)}, marked: ${String(marked)}`;
	});
}

for (const { reader, start, locale, use } of [
	{ reader: 'with the keyboard alone', start: '/', locale: 'zh', use: keyboard },
	{ reader: 'by names and roles alone', start: '/', locale: 'zh', use: click },
	{ reader: 'in 长辈版 alone', start: '/elder', locale: 'zh', use: tap },
	{ reader: 'in English alone', start: '/en', locale: 'en', use: tap }
] as const) {
	test(`${reader}, the train target is found, checked, followed and shared`, async ({ page, context }) => {
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		const say = words[locale];
		await page.goto(start);

		await use(page.getByRole('navigation').getByRole('link', { name: say.search, exact: true }));
		// It is there to be typed into at once.
		const field = page.getByRole('searchbox', { name: say.field });
		await expect(field).toBeFocused();
		await page.keyboard.type(say.query);
		await use(page.getByRole('main').getByRole('link', { name: trains.title[locale] }).first());

		await expect(page.getByRole('heading', { level: 2, name: trains.title[locale] })).toBeVisible();
		const article = page
			.getByRole('article')
			.filter({ has: page.getByRole('heading', { name: trains.title[locale] }) });
		await expect(article).toContainText(target.shown[locale].replace(/^at least /, ''));

		await use(article.getByRole('link', { name: say.source }));
		const { evidence } = target;
		const quoted = evidence && 'quote' in evidence ? evidence : undefined;
		await expect(page).toHaveURL(new RegExp(`/plan#${quoted?.sentence ?? ''}$`));
		await expect(page.getByText(quoted?.quote ?? '').first()).toBeInViewport();
		// From where the sentence stands on, the way back is near.
		await use(page.locator(`#${quoted?.sentence ?? ''}`).getByRole('link', { name: trains.title[locale] }));

		const follow = page.getByRole('button', { name: say.follow });
		await use(follow);
		await expect(follow).toHaveAttribute('aria-pressed', 'true');

		const share = article.getByRole('button', { name: say.share, exact: true });
		await use(share);
		const sheet = page.getByRole('dialog', { name: say.share });
		await expect(sheet).toBeVisible();
		await use(sheet.getByRole('button', { name: say.copy }));
		await expect
			.poll(() => page.evaluate(() => navigator.clipboard.readText()))
			.toContain(`/topics/${trains.topic}/${trains.id}`);
		if (use === keyboard) await page.keyboard.press('Escape');
		else await use(sheet.getByRole('button', { name: say.close }));
		await expect(sheet).toHaveCount(0);
		await expect(share).toBeFocused();
	});
}

test('with the keyboard alone, settings are changed and a wrong number is reported', async ({ page }) => {
	await page.goto('/settings');
	const dark = page.getByRole('radio', { name: '深色' });
	await reach(page.getByRole('group', { name: '外观' }).getByRole('radio', { checked: true }));
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	await expect(dark).toBeChecked();
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await keyboard(page.getByRole('link', { name: '无障碍说明' }));
	await keyboard(page.getByRole('link', { name: '写下遇到的问题' }));
	await reach(page.getByRole('textbox', { name: '哪里不对' }));
	await page.keyboard.type('图表读不出来');
	await keyboard(page.getByRole('button', { name: '发送' }));
	await expect(page.getByRole('main').getByRole('status')).toHaveText('收到了，谢谢。');
	// The focus stays where it was, and leads on.
	await expect(page.getByRole('button', { name: '发送' })).toBeFocused();
});
