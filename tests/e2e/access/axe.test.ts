import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { listSwitch, openDeck } from '../deck.ts';
import { expect, test } from '../fixtures.ts';
import { plan } from '../plan.ts';
import { conditions, type Condition } from './conditions.ts';
import { inEnglish, kindsOfPage, missing } from './pages.ts';

test.use({ allowed: missing });

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Who asked for contrast gets 7:1 (WCAG 1.4.6). */
const enhanced: readonly Condition[] = ['high contrast', '长辈版'];

async function violations(page: Page, condition: Condition, within?: string): Promise<string[]> {
	// A page of ours has no frames, and its styles are read from the page: what axe does for others takes half its time.
	const builder = new AxeBuilder({ page }).setLegacyMode(true);
	builder.options({
		runOnly: tags,
		rules: { 'color-contrast-enhanced': { enabled: enhanced.includes(condition) } },
		resultTypes: ['violations'],
		preload: false
	});
	if (within) builder.include(within);
	const { violations } = await builder.analyze();
	return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/** @param within the one part that is looked at; after what the reader set has moved it, it is brought into view again */
async function expectNoViolations(page: Page, names: readonly Condition[], within?: string): Promise<void> {
	for (const name of names) {
		await conditions[name](page);
		if (within) await page.locator(within).evaluate((part) => part.scrollIntoView({ block: 'center' }));
		expect.soft(await violations(page, name, within), name).toEqual([]);
	}
}

for (const [name, path] of kindsOfPage) {
	test(`${name}: a machine finds nothing in a reader’s way, in any colours and in 长辈版`, async ({ page }) => {
		await page.goto(path);
		await expectNoViolations(page, ['light', 'dark', 'high contrast', '长辈版']);
	});

	test(`${name} in English: a machine finds nothing in a reader’s way, narrow and with large text`, async ({
		page
	}) => {
		await page.goto(inEnglish(path));
		await expectNoViolations(page, ['narrow', 'large text']);
	});
}

for (const [language, path] of [
	['Chinese', '/topics/trade/freight-trains'],
	['English', '/en/topics/trade/freight-trains']
] as const) {
	test(`a term’s open line, in ${language}: a machine finds nothing in a reader’s way`, async ({ page }) => {
		await openDeck(page, path);
		await page.locator('[aria-current="true"] a.term').first().click();
		// The page around it has its own test; scrolled, some of it lies under a bar, which counts as too small to be pressed.
		await expectNoViolations(page, ['light', 'dark', 'high contrast', '长辈版', 'narrow'], 'dialog[open]');
		await expect(page.getByRole('dialog')).toBeVisible();
	});
}

for (const { id } of plan.topics) {
	test(`${id}: nothing on any of its cards either, in the topic’s own colours`, async ({ page }) => {
		// So low that no bar lies over the list: what a bar covers counts as too small to be pressed.
		await page.setViewportSize({ width: 600, height: 460 });
		await openDeck(page, `/topics/${id}`);
		await listSwitch(page).check();
		await expectNoViolations(page, ['light', 'dark']);
	});
}
