/** What a page in Firefox holds, and what the server holds of it. */
import type { Page } from 'puppeteer-core/internal/api/Page.js';
import { databaseName } from '../../src/lib/device/database.ts';
import type { PushRecord, Registration } from '../../src/lib/device/records.ts';
import type { Held } from '../../src/lib/server/push/subscriptions.ts';

/** The plan is on the device, and the worker answers the page. */
export async function installed(page: Page): Promise<void> {
	await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated', { timeout: 120_000 });
}

export async function press(page: Page, name: string): Promise<void> {
	await page.locator(`#channels ::-p-text(${name})`).click();
}

/** Where the page is known to the server. */
export async function registrationOf(page: Page): Promise<Registration | undefined> {
	const record = await page.evaluate(async (name) => {
		const done = <Result>(request: IDBRequest<Result>) =>
			new Promise<Result>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(new Error(request.error?.message));
			});
		const database = await done(indexedDB.open(name));
		const record: unknown = await done(database.transaction('push').objectStore('push').get('push'));
		database.close();
		return record;
	}, databaseName);
	return (record as PushRecord | undefined)?.registration;
}

/** @returns the status, and the row while there is one */
export async function heldOf(site: string, { id, secret }: Registration): Promise<{ status: number; held?: Held }> {
	const response = await fetch(`${site}/api/push/subscriptions/${id}`, {
		headers: { authorization: `Bearer ${secret}` }
	});
	return response.ok ? { status: 200, held: (await response.json()) as Held } : { status: response.status };
}

export function notifications(page: Page): Promise<Pick<Notification, 'title' | 'body' | 'tag' | 'lang'>[]> {
	return page.evaluate(async () => {
		const registration = await navigator.serviceWorker.ready;
		return (await registration.getNotifications()).map(({ title, body, tag, lang }) => ({ title, body, tag, lang }));
	});
}

/** When the worker last answered a push, ISO. */
export function arrived(page: Page): Promise<string | undefined> {
	return page.evaluate(async () => (await caches.match('/arrived'))?.json() as Promise<string> | undefined);
}
