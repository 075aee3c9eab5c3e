import type { Locator, Page } from '@playwright/test';

/** A channel of the ladder, by its name. */
export function channel(page: Page, name: string): Locator {
	return page.locator('#channels section').filter({ has: page.getByRole('heading', { level: 3, name }) });
}

/** Follows education and goes through the consent. */
export async function turnOn(page: Page): Promise<void> {
	await page.getByRole('button', { name: '关注教育', exact: true }).first().click();
	await channel(page, '通知').getByRole('button', { name: '开启通知' }).click();
	await page.getByRole('button', { name: '同意并开启' }).click();
}

/** What the server holds of this device, asked as the device asks; a status where it holds nothing. */
export function heldByServer(page: Page): Promise<{ state: string; topics: string[]; frequency: string } | number> {
	return page.evaluate(async () => {
		const { id, secret } = JSON.parse(localStorage.getItem('test:registration') ?? '{}') as Record<string, string>;
		const response = await fetch(`/api/push/subscriptions/${id ?? ''}`, {
			headers: { authorization: `Bearer ${secret ?? ''}` }
		});
		return response.ok
			? ((await response.json()) as { state: string; topics: string[]; frequency: string })
			: response.status;
	});
}

/** Notes down where the server knows this device, for asking it also after the app has forgotten. */
export function noteRegistration(page: Page): Promise<void> {
	return page.evaluate(
		() =>
			new Promise<void>((resolve, reject) => {
				const opening = indexedDB.open('kandong');
				opening.onerror = () => reject(opening.error ?? new Error('not opened'));
				opening.onsuccess = () => {
					const reading = opening.result.transaction('push').objectStore('push').getAll();
					reading.onsuccess = () => {
						const [record] = reading.result as { registration?: object }[];
						localStorage.setItem('test:registration', JSON.stringify(record?.registration ?? {}));
						opening.result.close();
						resolve();
					};
				};
			})
	);
}
