import { payload } from '../../../src/lib/plan/notification.ts';
import { plan } from '../plan.ts';
import { channel, heldByServer, noteRegistration, turnOn } from './channels.ts';
import { expect, test } from './fixtures.ts';

// What the browser writes to the console when there is no network, or the server refuses.
test.use({ allowed: [/Failed to load resource/] });

/** The newest update, as the server tells it to who follows its topic. */
function updatePush(origin: string) {
	const [update] = plan.updates;
	const topic = plan.topics.find(({ id }) => id === update?.topics[0]);
	if (!update || !topic) throw new Error('The plan has no update.');
	const path = `/topics/${topic.id}/${update.cards[0] ?? ''}`;
	const said = { title: update.title.zh, body: update.body.zh, lang: 'zh-CN', tag: update.id, path };
	return { update, topic, path, text: payload(said, origin, { kind: 'update', update: update.id, topic: topic.id }) };
}

test('from consent to the first notification, a test, another choice, a follow offline, and all of it deleted', async ({
	page,
	context,
	phone
}) => {
	await page.clock.install();
	await phone.open('/following');
	await turnOn(page);
	const push = channel(page, '通知');
	await expect(push.getByRole('heading', { level: 3 })).toContainText('等第一条通知');
	await expect(push).toContainText(/localhost:\d+/);
	await noteRegistration(page);
	expect(await heldByServer(page)).toMatchObject({ state: 'pending', topics: ['education'], frequency: 'daily' });

	// Encrypted by the server, decrypted with the keys that the page handed over, delivered by the browser.
	expect((await phone.deliverNext()).notification.data).toMatchObject({ kind: 'activation' });
	await expect(push.getByRole('heading', { level: 3 })).toContainText('已开启');
	await expect(push).toContainText('上次收到');
	await expect.poll(() => heldByServer(page)).toMatchObject({ state: 'active' });
	expect(await phone.notifications()).toEqual(['通知已接通']);

	await push.getByRole('button', { name: '发送测试通知' }).click();
	await expect(push).toContainText('等它送到');
	await phone.deliverNext();
	await expect(push).toContainText('测试通知送到了');

	// The server lets a device test once in ten seconds.
	let tests = 0;
	await page.route('**/test', (route) =>
		route.fulfill(tests++ === 0 ? { status: 429, headers: { 'retry-after': '7' } } : { status: 202 })
	);
	await push.getByRole('button', { name: '发送测试通知' }).click();
	await expect(push).toContainText('7 秒后再试');
	await push.getByRole('button', { name: '发送测试通知' }).click();
	await expect(push).toContainText('等它送到');
	await page.clock.fastForward(21_000);
	await expect(push).toContainText('没有送到。可以试试');

	let refused = 0;
	await page.route('**/subscriptions/*', async (route) => {
		if (route.request().method() !== 'PUT' || refused++ > 0) await route.fallback();
		else await route.fulfill({ status: 429, headers: { 'retry-after': '60' } });
	});
	await push.getByRole('radio', { name: '每周最多一次' }).check();
	await expect(push).toContainText('服务器请您稍等');
	await page.clock.fastForward(61_000);
	await expect.poll(() => heldByServer(page)).toMatchObject({ frequency: 'weekly' });

	await context.setOffline(true);
	await page.getByRole('button', { name: '关注医疗健康', exact: true }).first().click();
	await expect(push).toContainText('还没有送到服务器');
	await context.setOffline(false);
	await expect.poll(() => heldByServer(page)).toMatchObject({ topics: ['education', 'healthcare'] });

	for (const name of ['关注教育', '关注医疗健康'])
		await page.getByRole('button', { name, exact: true }).first().click();
	await expect(push).toContainText('您已经不关注任何主题');
	await expect(push).toContainText('服务器上的登记已经删除');
	expect(await heldByServer(page)).toBe(404);
});

test('a push service that never answers is said after twenty seconds, and can be tried again', async ({
	page,
	phone
}) => {
	await page.addInitScript(() => {
		const { prototype } = PushManager;
		const answering = Object.getOwnPropertyDescriptor(prototype, 'subscribe') ?? {};
		prototype.subscribe = () => {
			sessionStorage.setItem('test:asked', 'yes');
			return new Promise(() => {});
		};
		addEventListener('test:answer', () => Object.defineProperty(prototype, 'subscribe', answering));
	});
	await page.clock.install();
	await phone.open('/following');
	await turnOn(page);
	const push = channel(page, '通知');
	await expect(push).toContainText('最多等 20 秒');
	await expect.poll(() => page.evaluate(() => sessionStorage.getItem('test:asked'))).toBe('yes');
	await page.clock.fastForward(21_000);
	await expect(push.getByRole('heading', { level: 3 })).toContainText('没有开成');
	await expect(push).toContainText('推送服务没有回应');

	await page.evaluate(() => dispatchEvent(new Event('test:answer')));
	await push.getByRole('button', { name: '再试一次' }).click();
	await page.getByRole('button', { name: '同意并开启' }).click();
	await expect(push.getByRole('heading', { level: 3 })).toContainText('等第一条通知');
});

test('a device that the server has forgotten is registered anew, with another address, and the page says so', async ({
	page,
	phone
}) => {
	await phone.open('/following');
	await turnOn(page);
	const push = channel(page, '通知');
	await phone.deliverNext();
	await expect(push.getByRole('heading', { level: 3 })).toContainText('已开启');
	await noteRegistration(page);
	await page.evaluate(async () => {
		const { id, secret } = JSON.parse(localStorage.getItem('test:registration') ?? '{}') as Record<string, string>;
		const headers = { 'content-type': 'application/json', authorization: `Bearer ${secret ?? ''}` };
		await fetch(`/api/push/subscriptions/${id ?? ''}`, { method: 'DELETE', headers });
	});

	await page.reload();
	await expect(push).toContainText('已经重新登记');
	const { reader } = await phone.deliverNext();
	expect(reader).toBe(`${phone.name}-2`);
	await expect(push.getByRole('heading', { level: 3 })).toContainText('已开启');
	await noteRegistration(page);
	await expect.poll(() => heldByServer(page)).toMatchObject({ state: 'active', topics: ['education'] });
});

test('an update that is pushed counts on the icon; a click leads the open app to it, reading clears; a wake-up finds news', async ({
	page,
	context,
	phone
}) => {
	await page.addInitScript(() => {
		const note = (count: number) => sessionStorage.setItem('test:badge', String(count));
		navigator.setAppBadge = (count) => Promise.resolve(note(count ?? 0));
		navigator.clearAppBadge = () => Promise.resolve(note(0));
	});
	const badge = () => page.evaluate(() => sessionStorage.getItem('test:badge'));
	await phone.open('/following');
	const { update, topic, path, text } = updatePush(new URL(page.url()).origin);
	await page
		.getByRole('button', { name: `关注${topic.name.zh}`, exact: true })
		.first()
		.click();
	const unread = plan.updates.filter(({ topics }) => topics.includes(topic.id)).length;
	await expect.poll(badge).toBe(String(unread));

	// The worker's badge and windows are noted down: a click that a machine makes may open none.
	const [worker] = context.serviceWorkers();
	if (!worker) throw new Error('There is no worker.');
	await worker.evaluate(noteWindows);
	const done = () => worker.evaluate(() => (self as unknown as { done: string[] }).done);
	const shown = () =>
		worker.evaluate(async () => {
			const { registration } = self as unknown as { registration: ServiceWorkerRegistration };
			return (await registration.getNotifications()).map(({ title }) => title);
		});
	const click = () =>
		worker.evaluate(async () => {
			const scope = self as unknown as {
				registration: ServiceWorkerRegistration;
				NotificationEvent: new (type: string, init: object) => Event;
			};
			const [notification] = await scope.registration.getNotifications();
			dispatchEvent(new scope.NotificationEvent('notificationclick', { notification }));
		});

	await phone.deliver(text);
	await phone.deliver(text);
	await expect.poll(done).toEqual([`badge ${unread}`, `badge ${unread}`]);
	expect(await shown(), 'the same update twice is shown once').toEqual([update.title.zh]);

	await click();
	await expect(page).toHaveURL(path);
	await expect.poll(shown).toEqual([]);
	expect((await done()).slice(2)).toEqual(['focus']);
	await expect.poll(badge, 'the card was read').toBe(String(unread - 1));

	await phone.wake();
	await page.evaluate(async (id) => {
		const mail = await caches.open('kandong-mailbox');
		const watching = (await (await mail.match('/watching'))?.json()) as { known: string[] };
		await mail.put('/watching', Response.json({ ...watching, known: watching.known.filter((one) => one !== id) }));
	}, update.id);
	expect(await shown(), 'nothing was new').toEqual([]);
	await page.goto('about:blank');
	await phone.wake();
	await expect.poll(shown).toEqual([update.title.zh]);
	await click();
	await expect.poll(async () => (await done()).at(-1)).toBe(`open ${path}`);
	expect((await done()).filter((what) => what === 'focus')).toHaveLength(1);
});

/** Runs in the worker: what it does to the icon and to windows is noted, and not done. */
function noteWindows(): void {
	const done: string[] = [];
	const scope = self as unknown as {
		clients: { openWindow: (address: string) => Promise<null> };
		navigator: { setAppBadge: (count: number) => Promise<void> };
		WindowClient: { prototype: { focus: () => Promise<unknown> } };
	};
	const note = <Result>(what: string, result: Result) => {
		done.push(what);
		return Promise.resolve(result);
	};
	scope.clients.openWindow = (address) => note(`open ${new URL(address).pathname}`, null);
	scope.navigator.setAppBadge = (count) => note(`badge ${count}`, undefined);
	scope.WindowClient.prototype.focus = () => note('focus', undefined);
	Object.assign(self, { done });
}
