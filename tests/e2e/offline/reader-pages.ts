import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** The way to follow a topic, by the name that screen readers say. */
export function followButton(page: Page, name: string): Locator {
	return page.getByRole('button', { name: `关注${name}`, exact: true }).first();
}

export async function expectFollowed(page: Page, name: string, followed = true): Promise<void> {
	await expect(followButton(page, name)).toHaveAttribute('aria-pressed', String(followed));
}

/** The updates of a topic on the following page. */
export function newsOf(page: Page, topic: string): Locator {
	return page.locator(`section[data-topic="${topic}"] li`);
}

/** The database has been opened, and what it holds is on the page. */
export async function settled(page: Page): Promise<void> {
	await expect(page.getByText(/^(标为已读|没有新的变化。)$/)).toBeVisible();
}

/** Everything that the device holds, as it would be exported. */
export function deviceRows(page: Page, table: string): Promise<unknown[]> {
	return page.evaluate(
		(table) =>
			new Promise<unknown[]>((resolve, reject) => {
				const opening = indexedDB.open('kandong');
				opening.onerror = () => reject(opening.error ?? new Error('not opened'));
				opening.onsuccess = () => {
					const database = opening.result;
					const reading = database.transaction(table).objectStore(table).getAll();
					reading.onsuccess = () => {
						database.close();
						resolve(reading.result);
					};
				};
			}),
		table
	);
}
