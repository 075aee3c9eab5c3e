import { randomUUID } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listing } from '../../src/commands/reports/desk.ts';
import { handle } from '../../src/hooks.server';
import { forgetReports } from '../../src/lib/server/reports/reports.ts';
import { plan } from '../../src/lib/server/plan';
import { POST } from '../../src/routes/api/reports/+server';
import { api, origin, type Api } from './api-under-test';
import { hasPostgres, placeInFolder, placeInPostgres, type Place } from './database-under-test';

const plenty = { burst: 1e9, perSecond: 1e9 };
const noLimits = { call: plenty, allCalls: plenty, report: plenty, allReports: plenty };
const secret = 'wang@example.cn';

function report(overrides: Record<string, unknown> = {}) {
	return {
		id: randomUUID(),
		figure: 'freight-trains-2020',
		version: plan.version,
		edition: '2022-04-25',
		locale: 'zh',
		words: '原文写的不是这个数。',
		contact: '',
		...overrides
	};
}

async function post({ server }: Api, json: unknown, init: { headers?: Record<string, string>; body?: BodyInit } = {}) {
	const request = new Request(`${origin}/api/reports`, {
		method: 'POST',
		body: init.body ?? JSON.stringify(json),
		headers: { origin, 'content-type': 'application/json', ...init.headers }
	});
	const event = {
		request,
		url: new URL(request.url),
		params: {},
		locals: { server },
		route: { id: '/api/reports' },
		getClientAddress: () => '203.0.113.7'
	} as unknown as RequestEvent;
	return handle({ event, resolve: (given) => POST(given as Parameters<typeof POST>[0]) });
}

for (const [kind, open] of [
	['embedded', placeInFolder],
	['PostgreSQL', placeInPostgres]
] as const) {
	describe.skipIf(kind === 'PostgreSQL' && !hasPostgres)(`reports (${kind})`, () => {
		let place: Place;
		let under: Api;
		beforeAll(async () => {
			place = await open();
			under = await api(place, noLimits);
		}, 60_000);
		afterAll(async () => {
			await under.close();
			await place.remove();
		}, 60_000);

		const kysely = () => {
			const { database } = under.server.connection;
			if (!database) throw new Error('The database is not open.');
			return database.kysely;
		};
		const rows = () => kysely().selectFrom('report').selectAll().orderBy('number').execute();
		const openOnes = () => under.server.reports.open();
		const numberOf = async (words: string) => (await openOnes()).find((open) => open.words === words)?.number ?? 0;

		it('are stored with figure, version and edition, and once however often they are sent', async () => {
			const sent = report({ contact: secret });
			const answers = [await post(under, sent), await post(under, { ...sent, words: 'other' })];
			expect(answers.map(({ status }) => status)).toEqual([201, 200]);
			expect(await answers[0]?.json()).toEqual({ id: sent.id });
			expect((await openOnes()).filter(({ contact }) => contact === secret)).toEqual([
				{
					number: expect.any(Number) as number,
					figure: 'freight-trains-2020',
					version: plan.version,
					edition: '2022-04-25',
					locale: 'zh',
					words: sent.words,
					contact: secret,
					received: new Date().toISOString().slice(0, 10)
				}
			]);
		});

		it('are unreadable in the database, and open for no other row', async () => {
			await post(under, report({ words: 'nobody reads this', contact: 'nor +86 579 this' }));
			await post(under, report({ words: 'second' }));
			const [first, second] = (await rows()).slice(-2);
			if (!first || !second) throw new Error('They were not stored.');
			for (const bytes of [first.words, first.contact ?? Buffer.of()])
				expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/nobody|579/);
			await kysely().updateTable('report').set({ words: first.words }).where('id', '=', second.id).execute();
			await expect(openOnes()).rejects.toThrow();
			await kysely().deleteFrom('report').where('id', '=', second.id).execute();
		});

		it('lose their contact when they are answered, and are listed no more', async () => {
			await post(under, report({ words: 'to be answered', contact: secret }));
			const number = await numberOf('to be answered');
			expect(await under.server.reports.close(number, 'a-correction')).toBe(true);
			expect(await under.server.reports.close(number, 'a-correction')).toBe(false);
			expect(await numberOf('to be answered')).toBe(0);
			expect((await rows()).find((row) => row.number === number)).toMatchObject({
				contact: null,
				answer: 'a-correction'
			});
		});

		it('lose their contact after 90 days, and are gone after a year', async () => {
			const [old, older] = [report({ words: 'old', contact: secret }), report({ words: 'older' })];
			for (const [sent, received] of [
				[old, '2021-01-01'],
				[older, '2020-04-01']
			] as const) {
				await post(under, sent);
				await kysely().updateTable('report').set({ received }).where('id', '=', sent.id).execute();
			}
			await forgetReports(kysely(), '2021-04-01');
			expect((await openOnes()).find(({ words }) => words === 'old')?.contact).toBe(secret);
			await forgetReports(kysely(), '2021-04-02');
			const left = await openOnes();
			expect(left.find(({ words }) => words === 'old')?.contact).toBe('');
			expect(left.find(({ words }) => words === 'older')).toBeUndefined();
			expect(left.length).toBeGreaterThan(1);
		});

		it.each<[string, number, unknown, Parameters<typeof post>[2]?]>([
			['another site', 403, report(), { headers: { origin: 'https://evil.example' } }],
			['who does not say where from', 403, report(), { headers: { origin: '' } }],
			['a form', 415, undefined, { body: 'words=a', headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
			['a megabyte', 413, report({ words: 'x'.repeat(1e6) })],
			['601 characters', 400, report({ words: '字'.repeat(601) })],
			['nothing said', 400, report({ words: ' \n ' })],
			['a contact without end', 400, report({ contact: 'x'.repeat(101) })],
			['a figure that can be none', 400, report({ figure: '<b>' })],
			['a day that is none', 400, report({ edition: '2022-02-31' })],
			['an id that is none', 400, report({ id: '1' })]
		])('refuse %s (%i), and store nothing', async (_what, status, json, init) => {
			const before = (await rows()).length;
			const response = await post(under, json, init);
			expect(response.status).toBe(status);
			expect(response.headers.get('content-type')).toBe('application/problem+json');
			expect(await rows()).toHaveLength(before);
		});

		it('keep whatever is written, to the character, and repeat none of it', async () => {
			const piece = fc.oneof(
				fc.string({ unit: 'binary', maxLength: 40 }),
				fc.constantFrom(
					'<script>alert(1)</script>',
					'"><img src=x onerror=alert(1)>',
					'👩‍👩‍👧‍👦🏮',
					'\u0000\u0007\u001b[2J',
					'\u202e反了',
					"'; drop table report; --",
					'𠮷野家'
				)
			);
			const words = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => `说${pieces.join('')}完`);
			await fc.assert(
				fc.asyncProperty(words, async (words) => {
					const sent = report({ words });
					const response = await post(under, sent);
					expect(response.status).toBe(201);
					expect(await response.text()).toBe(JSON.stringify({ id: sent.id }));
					expect(await numberOf(words.replace(/\r\n?/g, '\n'))).toBeGreaterThan(0);
					await kysely().deleteFrom('report').where('id', '=', sent.id).execute();
				}),
				{ numRuns: 60 }
			);
		});

		it('survive strange requests without a 5xx', async () => {
			const strange = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(null, -1, '\ud800', '__proto__', []));
			const field = fc.constantFrom('id', 'figure', 'version', 'edition', 'locale', 'words', 'contact');
			await fc.assert(
				fc.asyncProperty(field, strange, async (name, value) => {
					const { status } = await post(under, report({ [name]: value }));
					expect(status).toBeLessThan(500);
				}),
				{ numRuns: 400 }
			);
		});
	});
}

describe('the limit of reports', () => {
	it('holds for an address and says when to come again', async () => {
		const place = await placeInFolder();
		const under = await api(place);
		const answers = [];
		for (let times = 0; times < 11; times++) answers.push(await post(under, report()));
		expect(answers.map(({ status }) => status)).toEqual([...Array<number>(10).fill(201), 429]);
		expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0);
		await under.close();
		await place.remove();
	}, 60_000);
});

describe('the editor’s list', () => {
	const entry = { version: 'abc', edition: '2022-04-25', locale: 'zh' as const, received: '2026-11-27', contact: '' };

	it('has what a figure says now above what readers say about it', () => {
		const [figure] = plan.figures;
		if (!figure) throw new Error('The plan has no figures.');
		const text = listing(plan, [
			{ ...entry, number: 7, figure: null, words: 'too small' },
			{ ...entry, number: 3, figure: figure.id, words: 'one\ntwo', contact: secret },
			{ ...entry, number: 9, figure: 'gone-2019', words: 'three' }
		]);
		expect(text).toContain(
			`${figure.id}: ${figure.indicator.zh}, ${figure.period}, ${figure.shown.zh}\n    3  2026-11-27`
		);
		expect(text).toMatch(/one\n +two\n +answer to: wang@example.cn/);
		expect(text).toContain('gone-2019: no longer in the plan');
		expect(text).toMatch(/3 open\. npm run plan -- reports close/);
	});

	it('is not steered by what strangers write', () => {
		const text = listing(plan, [{ ...entry, number: 1, figure: null, words: 'a\u001b[2J\u202eb\r' }]);
		expect(text).toContain(String.raw`a\u{1b}[2J\u{202e}b\u{d}`);
	});
});
