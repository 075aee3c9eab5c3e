/** Reading needs no database: pages go on as if nothing were, whether it is away from the start or goes away. */
import { createECDH, createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hasPostgres, placeInPostgres } from '../server/database-under-test';
import { gateTo } from '../server/gate';
import { end, serve } from './server-process';
import { plan } from './site';

const port = 4285;
const site = 'https://plan.example.cn';
const origin = `http://localhost:${port}`;

const read = [
	['/', 'text/html'],
	['/en/topics/trade', 'text/html'],
	['/topics/trade/freight-trains', 'text/html'],
	['/elder/topics/trade/freight-trains', 'text/html'],
	['/plan', 'text/html'],
	['/report', 'text/html'],
	['/search?q=531', 'text/html'],
	['/embed/freight-trains', 'text/html'],
	['/service-worker.js', 'text/javascript'],
	['/plan.json', 'application/json'],
	['/changes.json', 'application/json'],
	['/offline/zh.json', 'application/json'],
	['/data/freight-trains.csv', 'text/csv'],
	['/feeds/all.xml', 'application/atom+xml'],
	['/en/feeds/trade.json', 'application/feed+json'],
	['/share/freight-trains.jpg', 'image/jpeg'],
	['/share/freight-trains-card.png', 'image/png']
] as const;

async function readAll() {
	return Promise.all(
		read.map(async ([path, type]) => {
			const response = await fetch(origin + path);
			const body = createHash('sha256').update(Buffer.from(await response.arrayBuffer()));
			const given = response.headers.get('content-type')?.split(';')[0] === type;
			return { path, status: response.status, given, body: body.digest('hex') };
		})
	);
}

// Nothing listens there, so that no message of the test leaves this machine.
const pushHost = 'localhost:9';
const secret = 'A'.repeat(43);

function call(path: string, method: string, json?: unknown) {
	return fetch(`${origin}/api/${path}`, {
		method,
		headers: {
			origin: site,
			'accept-language': 'en',
			'content-type': 'application/json',
			authorization: `Bearer ${secret}`
		},
		...(json === undefined ? {} : { body: JSON.stringify(json) })
	});
}

/** Every call that needs what is stored; none of these subscriptions is there when it can be looked for. */
async function callAll(): Promise<Response[]> {
	const keys = {
		p256dh: createECDH('prime256v1').generateKeys('base64url'),
		auth: randomBytes(16).toString('base64url')
	};
	const subscription = { endpoint: `https://${pushHost}/${randomUUID()}`, keys };
	const wanted = { subscription, topics: ['trade'], locale: 'en', frequency: 'daily' };
	const own = `push/subscriptions/${randomUUID()}`;
	const report = { figure: null, version: plan.version, edition: '2022-04-25', locale: 'en', words: 'A test.' };
	return Promise.all([
		call('push/subscriptions', 'POST', wanted),
		call(own, 'GET'),
		call(own, 'PUT', wanted),
		call(own, 'DELETE'),
		call(`${own}/activate`, 'POST', { token: secret }),
		call(`${own}/test`, 'POST'),
		call('reports', 'POST', { ...report, id: randomUUID() })
	]);
}

async function expectAway(): Promise<void> {
	const answers = await callAll();
	for (const answer of answers) {
		expect([answer.url, answer.status]).toEqual([answer.url, 503]);
		expect(answer.headers.get('content-type')).toBe('application/problem+json');
		expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
		const { title } = (await answer.json()) as { title: string };
		expect(title).toBe(
			'The server can’t store anything just now. Try again in a few minutes; reading is not affected.'
		);
	}
	const health = await fetch(`${origin}/healthz`);
	expect([health.status, await health.json()]).toEqual([503, { database: 'no answer' }]);
}

/** The work on the queue too, whatever of its beginning fell into the time without a database. */
async function expectBack(): Promise<void> {
	const isBack = async () =>
		(await fetch(`${origin}/healthz`)).status === 200 &&
		(await (await fetch(`${origin}/metrics`)).text()).includes('\nkandong_push_workers 1\n');
	while (!(await isBack())) await new Promise((resolve) => setTimeout(resolve, 100));
	const statuses = (await callAll()).map(({ status }) => status);
	expect(statuses).toEqual([201, 404, 404, 404, 404, 404, 201]);
}

it.skipIf(!hasPostgres)(
	'pages, data, pictures and feeds are the same while the database is away; calls say so; both ends are found',
	async () => {
		const place = await placeInPostgres();
		const gate = await gateTo(place.settings.url);
		const folder = await mkdtemp(join(tmpdir(), 'kandong-data-'));
		await gate.shut();
		const server = await serve(port, {
			ORIGIN: site,
			DATA_DIR: folder,
			DATABASE_URL: gate.url,
			PUSH_HOSTS: pushHost
		});

		const neverThere = await readAll();
		expect(neverThere.filter(({ status, given }) => status !== 200 || !given)).toEqual([]);
		await expectAway();

		await gate.open();
		await expectBack();
		expect(await readAll()).toEqual(neverThere);

		await gate.shut();
		expect(await readAll()).toEqual(neverThere);
		await expectAway();

		await gate.open();
		await expectBack();
		expect(await end(server)).toBe(0);
		await gate.shut();
		await place.remove();
		await rm(folder, { recursive: true });
	}
);
