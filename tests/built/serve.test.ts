import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataFolder } from '../data-folder';
import { inProject } from '../../src/commands/project.js';
import { end, serve } from './server-process';

const port = 4283;
const site = 'https://plan.example.cn';
const origin = `http://localhost:${port}`;

let data: Awaited<ReturnType<typeof dataFolder>>;

describe('the server', () => {
	let server: ChildProcess;
	beforeAll(async () => {
		data = await dataFolder();
		server = await serve(port, { ORIGIN: site, DATA_DIR: data.folder });
	}, 60_000);
	afterAll(async () => {
		await end(server);
		await data.remove();
	});

	const script = () => readdirSync(inProject('build/client/_app/immutable/entry')).find((name) => name.endsWith('.js'));

	it.each([
		['a page', () => '/', 200],
		['a page in English', () => '/en', 200],
		['a hashed file', () => `/_app/immutable/entry/${script() ?? ''}`, 200],
		['data', () => '/plan.json', 200],
		['what is not there', () => '/no-such-page', 404]
	])('protects %s', async (_what, path, status) => {
		const response = await fetch(origin + path());
		expect(response.status).toBe(status);
		expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
		expect(response.headers.get('x-content-type-options')).toBe('nosniff');
		expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000');
	});

	it('may be framed by other sites at embeds that are there, and nowhere else', async () => {
		const framedBy = async (path: string) =>
			/frame-ancestors ([^;]*)/.exec((await fetch(origin + path)).headers.get('content-security-policy') ?? '')?.[1];
		expect(await framedBy('/embed/freight-trains')).toBe('*');
		expect(await framedBy('/en/embed/freight-trains')).toBe('*');
		expect(await framedBy('/embed/nothing')).toBe("'none'");
		expect(await framedBy('/topics/trade/freight-trains')).toBe("'none'");
		expect(await framedBy('/elder/embed/freight-trains')).toBe("'none'");
	});

	it('tells other sites’ editors how to embed a card, in the card’s language', async () => {
		const ask = (query: Record<string, string>) => fetch(`${origin}/oembed?${new URLSearchParams(query).toString()}`);
		const card = `${site}/en/topics/trade/freight-trains`;
		const response = await ask({ url: card, format: 'json', maxwidth: '400' });
		expect(response.status).toBe(200);
		expect(response.headers.get('access-control-allow-origin')).toBe('*');
		const { html, ...embed } = (await response.json()) as Record<string, string>;
		expect(embed).toMatchObject({ version: '1.0', type: 'rich', width: 400, provider_url: site });
		expect(html).toContain(`src="${site}/en/embed/freight-trains"`);
		for (const [query, status] of [
			[{}, 400],
			[{ url: 'nonsense' }, 400],
			[{ url: card, maxwidth: '-1' }, 400],
			[{ url: `${site}/topics/trade/nothing` }, 404],
			[{ url: `${site}/plan` }, 404],
			[{ url: card.replace('plan.', 'other.') }, 404],
			[{ url: card, format: 'xml' }, 501]
		] as const) {
			const refused = await ask(query);
			expect([query, refused.status]).toEqual([query, status]);
			expect(refused.headers.get('content-type')).toBe('application/problem+json');
		}
	});

	it('lets hashed files be kept for good', async () => {
		const { headers } = await fetch(`${origin}/_app/immutable/entry/${script() ?? ''}`);
		expect(headers.get('cache-control')).toMatch(/max-age=31536000, ?immutable$/);
	});

	it('has a page asked about each time, and answers in a word when nothing changed', async () => {
		const first = await fetch(origin);
		expect(first.headers.get('cache-control')).toBe('no-cache');
		const again = await fetch(origin, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
		expect(again.status).toBe(304);
		expect(again.headers.get('cache-control')).toBe('no-cache');
	});

	it('sends texts compressed', async () => {
		const { headers } = await fetch(`${origin}/plan.json`, { headers: { 'accept-encoding': 'br' } });
		expect(headers.get('content-encoding')).toBe('br');
	});

	const answerTo = async (path: string) => {
		const response = await fetch(origin + path, { redirect: 'manual', headers: { connection: 'close' } });
		return { status: response.status, headers: response.headers, text: await response.text() };
	};

	it('answers any code and any address of a card in plain words, and repeats of it no more than the way back to it', async () => {
		const mark = 'zq9';
		const bad = [
			`<script>${mark}</script>`,
			`"><img src=x onerror=${mark}>`,
			`'-${mark}-'`,
			`</title><b>${mark}`,
			`{{${mark}}}`,
			`${mark}\r\nset-cookie: a=b`,
			`../../${mark}`,
			`${mark}\u0000`,
			`\u202e${mark}`,
			mark.repeat(700)
		].map(encodeURIComponent);
		const broken = [`%E0%A4%A${mark}`, `%${mark}`, `%c0%af${mark}`, `__proto__`, 'constructor', '%2e%2e%2f', '%00'];
		const random = fc.sample(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), 6);
		const parts = [...bad, ...broken, ...random.map((text) => encodeURIComponent(text.toWellFormed()))];
		const paths = [
			...parts.flatMap((part) => [`/v/${part}`, `/topics/jobs/${part}`]),
			...bad.slice(0, 4).flatMap((part) => [`/en/elder/v/${part}`, `/v?code=${part}`])
		];
		const wrong = await Promise.all(
			paths.map(async (path) => {
				const { status, headers, text } = await answerTo(path);
				// 长辈版's way back leads to the same address, percent-encoded, within its quotes.
				const rest = text.replace(/ href="[^"<>]*"/g, '');
				const fine = [200, 303, 400, 404].includes(status) && !headers.has('set-cookie') && !rest.includes(mark);
				return fine ? [] : [`${status} ${path}`];
			})
		);
		expect(wrong.flat()).toEqual([]);
	}, 60_000);

	it('says that its database answers', async () => {
		const response = await fetch(`${origin}/healthz`);
		expect([response.status, await response.json()]).toEqual([200, { database: 'ok' }]);
	});

	it('shows metrics to this machine, and not to whoever a proxy speaks for', async () => {
		const own = await fetch(`${origin}/metrics`);
		expect(own.headers.get('content-type')).toContain('text/plain');
		expect(await own.text()).toContain('process_cpu_seconds_total');
		expect((await fetch(`${origin}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.1' } })).status).toBe(404);
	});

	const call = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
		fetch(`${origin}/api/push/${path}`, {
			method: 'POST',
			headers: { origin: site, 'content-type': 'application/json', ...headers },
			body,
			...{ duplex: 'half' }
		});

	it('gives its key, and answers what is wrong as a problem', async () => {
		const { publicKey } = (await (await fetch(`${origin}/api/push/key`)).json()) as { publicKey: string };
		expect(publicKey).toMatch(/^B[\w-]{86}$/);
		const response = await call('subscriptions', '{}', { 'accept-language': 'en' });
		expect(response.status).toBe(400);
		expect(response.headers.get('content-type')).toBe('application/problem+json');
		expect(response.headers.get('cache-control')).toBe('no-store');
		expect((await call('subscriptions', '{}', { origin: 'https://other.example' })).status).toBe(403);
	});

	it('stops reading a body that is too large, though it never says how long it is', async () => {
		let sent = 0;
		const endless = new ReadableStream({
			pull(controller) {
				sent += 1024;
				if (sent > 64 * 1024) controller.close();
				else controller.enqueue(new Uint8Array(1024).fill(0x20));
			}
		});
		expect((await call('subscriptions', endless)).status).toBe(413);
	});

	it('lets no second process into its data folder, and says what to do', async () => {
		const second = spawn(process.execPath, [inProject('src', 'commands', 'serve.ts')], {
			env: { ...process.env, PORT: String(port + 1), ORIGIN: '', DATA_DIR: data.folder, DATABASE_URL: '' },
			stdio: ['ignore', 'ignore', 'pipe']
		});
		let said = '';
		second.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
		const [code] = (await once(second, 'exit')) as [number | null];
		expect(code).toBe(1);
		expect(said).toContain('is in use by another process: end that one, set DATA_DIR');
	}, 30_000);

	it('ends in time though a client keeps it waiting', async () => {
		const client = connect(port, 'localhost');
		await once(client, 'connect');
		client.on('error', () => undefined).write('GET / HTTP/1.1\r\n');
		await (await fetch(origin)).text();

		const asked = performance.now();
		server.kill('SIGTERM');
		const [code] = (await once(server, 'exit')) as [number | null];
		expect(code).toBe(0);
		expect(performance.now() - asked).toBeLessThan(5000);
	}, 10_000);
});
