/** The reviewed list of queries (queries.yaml), each on the search of both languages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { contentFolder, readFolder } from '../../../src/commands/content-folder.ts';
import { loadPlan } from '../../../src/lib/plan/load.ts';
import { locales, type Locale } from '../../../src/lib/plan/locale.ts';
import { createEngine } from '../../../src/lib/search/engine.ts';
import { gather } from '../../../src/lib/search/gather.ts';

interface Expected {
	q: string;
	in?: Locale;
	card?: string;
	figure?: string;
	sentence?: string;
	place?: string;
	near?: true;
	none?: true;
}

const queries = parse(readFileSync(join(import.meta.dirname, 'queries.yaml'), 'utf8')) as Expected[];
const { plan, lookup } = loadPlan(await readFolder(contentFolder));

describe.each(locales)('the search in %s', async (locale) => {
	const catalogue = gather(plan, lookup, locale);
	const { search } = await createEngine(catalogue);
	const chinese = gather(plan, lookup, 'zh').places.map(({ name }) => name);

	test.each(queries.filter((query) => (query.in ?? locale) === locale))('finds $q', ({ q, ...expected }) => {
		const found = search(q);
		const first = { card: found.cards[0], figure: found.figures[0], sentence: found.sentences[0] };
		for (const [group, hit] of Object.entries(first)) {
			const wanted = expected[group as keyof typeof first];
			if (wanted !== undefined) expect(wanted.split(' '), group).toContain(hit?.item.id);
		}
		if (expected.place !== undefined) {
			const place = catalogue.places[chinese.indexOf(expected.place)];
			expect(found.places).toContain(place);
		}
		expect(found.near).toBe(expected.near ?? false);
		if (expected.none)
			expect([found.cards, found.figures, found.sentences, found.places].map((hits) => hits.length)).toEqual([
				0, 0, 0, 0
			]);
	});

	test('answers a key in a small part of what making the index takes, however slow the machine', async () => {
		const start = performance.now();
		await createEngine(catalogue);
		const making = performance.now() - start;
		const typed = ['义', '义乌', 'j', 'jy', 'freight tr', '一千三百九十九', '2021年就业多少人'];
		const begun = performance.now();
		for (let round = 0; round < 10; round++) for (const query of typed) search(query);
		expect((performance.now() - begun) / (10 * typed.length)).toBeLessThan(making / 2);
	});
});

test('the list is long enough to mean something', () => {
	expect(queries.length).toBeGreaterThanOrEqual(60);
});
