/** Figures as tables: what the build wrote, byte by byte, against the plan. */
import { expect, test } from 'vitest';
import { builtText, isEnglish, origin, pageAt, pages, pathsWhere, plan } from './site.ts';

const languages = ['', '/en'] as const;
const table = (path: string) => builtText(path).split('\r\n').slice(1, -1);
const withFigures = plan.cards.filter(({ figures }) => figures.length > 0);

test('every card and topic with a number names its table, in its language', () => {
	const lost = pathsWhere((page) => {
		const [, topic, id] = /\/topics\/([^/]+)(?:\/([^/]+))?$/.exec(page.path) ?? [];
		if (topic === undefined) return false;
		const ids = id === undefined ? plan.topics.find((one) => one.id === topic)?.cards : [id];
		const hasTable = withFigures.some((card) => ids?.includes(card.id));
		const named = page.all.flatMap(({ attributes: { type, href } }) => (type === 'text/csv' ? href : []));
		const path = `${isEnglish(page) ? '/en' : ''}/data/${id ?? `topic-${topic}`}.csv`;
		if (hasTable) builtText(path);
		return JSON.stringify(named) !== JSON.stringify(hasTable ? [path] : []);
	});
	expect(pages.length).toBeGreaterThan(200);
	expect(lost).toEqual([]);
});

test.each(languages)('each begins with Excel’s mark, has a head, and no line is lost (%s)', (prefix) => {
	for (const { id, figures } of withFigures) {
		const text = builtText(`${prefix}/data/${id}.csv`);
		expect(text.startsWith('\ufeff'), id).toBe(true);
		expect(text.replaceAll('\r\n', ''), id).not.toMatch(/[\r\n]/);
		// A composition has a row for each of its parts.
		const values = plan.figures.filter((figure) => figures.includes(figure.id)).flatMap(({ value }) => value);
		expect(table(`${prefix}/data/${id}.csv`), id).toHaveLength(values.length);
	}
});

test('a row has the number, its unit, year and kind, the plan’s words, and where they stand', () => {
	const row = table('/data/freight-trains.csv').find((line) => line.endsWith('freight-trains-2020'));
	expect(row).toContain(',1399,列,2020,结果,1399列,,s022,');
	expect(row).toContain(`,${origin}/plan#s022,${origin}/topics/trade/freight-trains,freight-trains-2020`);
});

test('in English the Chinese multiplier is in the number, exactly', () => {
	const row = table('/en/data/all.csv').find((line) => line.endsWith(',urban-jobs-2020'));
	expect(row).toContain(',266000,people,2020,');
});

test('the table of everything holds every figure that a card shows, and leads only to pages that are there', () => {
	for (const prefix of languages) {
		const rows = table(`${prefix}/data/all.csv`);
		const lost = withFigures
			.flatMap(({ figures }) => figures)
			.filter((id) => !rows.some((row) => row.endsWith(`,${id}`)));
		expect(lost).toEqual([]);
		const addresses = rows.flatMap((row) => row.match(/https?:\/\/[^,"]+/g) ?? []);
		const own = addresses.filter((address) => address.startsWith(origin));
		expect(own.filter((address) => !pageAt(address))).toEqual([]);
		expect(own.length).toBeGreaterThan(rows.length);
	}
});
