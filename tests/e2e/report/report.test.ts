import type { Page, Route } from '@playwright/test';
import { currentCard, openDeck } from '../deck.ts';
import { expect, test } from '../fixtures.ts';
import { card, figure, plan } from '../plan.ts';

const trains = card('freight-trains');
const path = `/report?card=${trains.topic}/${trains.id}`;
const hostile =
	'<img src=x onerror="document.title=1"> "\'><script>document.title=2</script> 👩‍👩‍👧‍👦🏮 \u0007\u202e {{7*7}} %00';
const field = {
	figure: (page: Page) => page.getByRole('combobox', { name: '哪个数字' }),
	words: (page: Page) => page.getByRole('textbox', { name: '哪里不对' }),
	contact: (page: Page) => page.getByRole('textbox', { name: '怎么回复' }),
	send: (page: Page) => page.getByRole('button', { name: '发送' }),
	said: (page: Page) => page.getByRole('main').getByRole('status')
};

async function write(page: Page, words: string): Promise<void> {
	await field.figure(page).selectOption(trains.figures[0] ?? '');
	await field.words(page).fill(words);
}

test('a card’s numbers can be reported, with the version and the edition they were seen in', async ({ page }) => {
	await openDeck(page, `/topics/${trains.topic}/${trains.id}`);
	await currentCard(page).getByRole('link', { name: '这个数字不对？' }).tap();
	await expect(page).toHaveURL(path);
	const here = page.locator('optgroup[label=刚才看的数字] option');
	await expect(here).toHaveCount(trains.figures.length);

	const sent = page.waitForRequest('**/api/reports');
	await write(page, hostile);
	await field.send(page).tap();
	await expect(field.said(page)).toHaveText('收到了，谢谢。');
	const report = (await sent).postDataJSON() as Record<string, unknown>;
	const edition = plan.updates[0]?.date ?? plan.published;
	expect(report).toMatchObject({ figure: trains.figures[0], version: plan.version, edition, words: hostile });
	// What was written is kept here no longer.
	await expect(field.words(page)).toHaveValue('');
	const yours = page.getByRole('region', { name: '这台手机报告过的' });
	await expect(yours.getByRole('listitem')).toContainText([/已收到/]);
	await expect(yours).not.toContainText('onerror');
	await page.getByRole('link', { name: '回到刚才那里' }).tap();
	await expect(page).toHaveURL(`/topics/${trains.topic}/${trains.id}`);
});

test('a sentence’s only number is chosen already', async ({ page }) => {
	const alone = plan.figures.find(({ id, evidence }) => {
		const sentence = evidence && 'sentence' in evidence ? evidence.sentence : undefined;
		const others = plan.figures.filter(
			({ evidence }) => evidence && 'sentence' in evidence && evidence.sentence === sentence
		);
		return sentence !== undefined && others.length === 1 && plan.cards.some(({ figures }) => figures.includes(id));
	});
	const { evidence } = alone ?? {};
	if (!alone || !evidence || !('sentence' in evidence)) throw new Error('No sentence has one number.');
	await page.goto(`/plan#${evidence.sentence}`);
	await page.locator(`#${evidence.sentence}`).getByRole('link', { name: '这个数字不对？' }).tap();
	await expect(field.figure(page)).toHaveValue(alone.id);
	await expect(field.figure(page).locator('option:checked').first()).toContainText(figure(alone.id).shown.zh);
});

test.describe('without a network', () => {
	test.use({ allowed: [/Failed to load resource/] });

	test('a report waits on the phone and is sent when the network is back, once', async ({ page, context }) => {
		await page.goto(path);
		await write(page, '没有网络时写的');
		await context.setOffline(true);
		await field.send(page).tap();
		await expect(field.said(page)).toHaveText(/已经存在这台手机上/);
		const yours = page.getByRole('region', { name: '这台手机报告过的' }).getByRole('listitem');
		await expect(yours).toContainText(['没有网络时写的']);
		await context.setOffline(false);
		await expect(yours).toContainText([/已收到/]);

		// The answer to the next one gets lost on its way back: sent again, it is the same report.
		const statuses: number[] = [];
		await page.route('**/api/reports', async (route: Route) => {
			const response = await route.fetch();
			statuses.push(response.status());
			await (statuses.length === 1 ? route.abort() : route.fulfill({ response }));
		});
		await write(page, '回答丢了');
		await field.send(page).tap();
		await expect(field.said(page)).toHaveText(/已经存在这台手机上/);
		// The next start of the app, too, sends what waits.
		await page.reload();
		await expect(yours).toHaveCount(2);
		await expect(yours.getByText('已收到')).toHaveCount(2);
		expect(statuses).toEqual([201, 200]);
	});

	test('a refusal says why, and what was written stays', async ({ page }) => {
		await page.route('**/api/reports', (route) =>
			route.fulfill({ status: 400, contentType: 'application/problem+json', body: '{"title":"版本太旧。"}' })
		);
		await page.goto(path);
		await write(page, '写得好好的');
		await field.send(page).tap();
		await expect(field.said(page)).toHaveText('没有发出去。版本太旧。');
		await expect(field.words(page)).toHaveValue('写得好好的');
	});
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false, allowed: [/status of 4\d\d/] });

	test('the form is sent like any other, in 长辈版 too, and repeats nothing as markup', async ({ page }) => {
		await page.goto('/elder/report');
		await write(page, hostile);
		await field.contact(page).fill('wang@example.cn');
		await field.send(page).tap();
		await expect(page).toHaveURL('/elder/report/send');
		await expect(field.said(page)).toHaveText('收到了，谢谢。');
		await expect(page.locator('html')).toHaveAttribute('data-elder', 'true');
		expect(await page.content()).not.toMatch(/onerror|wang@example/);
		// Loaded again, it is sent again, and is the same report.
		await page.reload();
		await expect(field.said(page)).toHaveText('收到了，谢谢。');
	});

	test('what the server refuses comes back with what was written, as text', async ({ page }) => {
		await page.goto('/report');
		await write(page, hostile);
		await page.locator('input[name=version]').evaluate((input) => input.setAttribute('value', 'nonsense'));
		await field.send(page).tap();
		await expect(field.said(page)).toHaveText(/^没有发出去。/);
		await expect(field.words(page)).toHaveValue(hostile);
		await expect(field.figure(page)).toHaveValue(trains.figures[0] ?? '');
		await expect(page).toHaveTitle(/这个数字不对/);
		await expect(page.locator('main img, main script')).toHaveCount(0);
	});
});

test('strangers’ forms are answered with what is wrong, never with 5xx, and from other sites not at all', async ({
	request,
	baseURL
}) => {
	const post = (form: Record<string, string> | string, origin = baseURL ?? '') =>
		request.post('/report/send', {
			headers: { origin, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
			data: typeof form === 'string' ? form : new URLSearchParams(form).toString(),
			maxRedirects: 0
		});
	const good = { figure: '-', version: plan.version, edition: plan.published, words: 'x' };
	expect((await post({ ...good, words: 'x'.repeat(1e6) })).status()).toBe(413);
	expect((await post({ ...good, words: '' })).status()).toBe(400);
	expect((await post({ ...good, figure: '"><script>' })).status()).toBe(400);
	expect((await post('%%%=%00&words=%ff%fe')).status()).toBe(400);
	expect((await post(good, 'https://evil.example')).status()).toBe(403);
	expect((await post(good)).status()).toBe(200);
});
