import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contentFolder, readFolder } from '../../../src/commands/content-folder.ts';
import { inProject } from '../../../src/commands/project.js';
import { fontFiles, GlobalFonts } from '../../../src/lib/pictures/canvas.ts';
import { draw, encode } from '../../../src/lib/pictures/draw.ts';
import type { Face } from '../../../src/lib/pictures/face.ts';
import { facesOf } from '../../../src/lib/pictures/faces.ts';
import { paletteOf } from '../../../src/lib/pictures/palette.ts';
import type { Sheet } from '../../../src/lib/pictures/sheet.ts';
import { loadPlan } from '../../../src/lib/plan/load.ts';
import type { Shape } from '../../../src/lib/share/picture-address.ts';
import { charactersOf } from './glyphs.ts';

const css = readFileSync(inProject('src/app.css'), 'utf8');
const loaded = loadPlan(await readFolder(contentFolder));
const faces = facesOf(loaded, 'https://plan.example.org', () => '2022-04-25');
const shapes: Shape[] = ['preview', 'card'];

const drawn = (face: Face, shape: Shape) => draw(face, shape, paletteOf(css, face.topic));
const all = faces.flatMap((face) => shapes.map((shape) => ({ face, shape, sheet: drawn(face, shape) })));
const numbersIn = (text: string) => text.match(/\d[\d,.]*/g)?.map((number) => number.replace(/[,.]+$/, '')) ?? [];
const textsOf = ({ drawn }: Sheet) => drawn.map(({ text }) => text);
const nameOf = (face: Face, shape: Shape) => `${JSON.stringify(face.subject)} ${face.locale} ${shape}`;

test('no font of the machine is there, and the project’s own have every character that is drawn', () => {
	// Each is known by the name we gave it and by its own.
	const ours = [...fontFiles.map(({ family }) => family), 'Noto Sans SC', 'Source Sans 3'];
	expect(GlobalFonts.families.map(({ family }) => family).filter((family) => !ours.includes(family))).toEqual([]);
	const known = fontFiles.filter(({ family }) => family === 'Kandong Chinese').map(({ path }) => charactersOf(path));
	const used = new Set(all.flatMap(({ sheet }) => textsOf(sheet).flatMap((text) => Array.from(text))));
	expect(used.size).toBeGreaterThan(500);
	expect([...used].filter((one) => !known.every((font) => font.has(one.codePointAt(0) ?? 0)))).toEqual([]);
});

test('every text stands within its picture, in its margins', () => {
	const outside = all.flatMap(({ face, shape, sheet }) =>
		sheet.drawn
			.filter(
				({ x, y, width, size }) => x < 40 || y - size < 0 || x + width > sheet.width - 40 || y > sheet.height - 12
			)
			.map(({ text }) => `${nameOf(face, shape)}: ${text}`)
	);
	expect(outside).toEqual([]);
});

test('the numbers on a card’s pictures are the card’s figures, years and addresses, and no others', () => {
	const { plan } = loaded;
	const strange = all.flatMap(({ face, shape, sheet }) => {
		if (face.subject.kind !== 'card') return [];
		const { id } = face.subject;
		const card = plan.cards.find((card) => card.id === id);
		const figures = plan.figures.filter((figure) => card?.figures.includes(figure.id));
		const words = [card?.title, card?.body, card?.chart?.caption].map((words) => words?.[face.locale] ?? '');
		const updates = plan.updates.filter(({ cards }) => cards.includes(id)).map(({ title }) => title[face.locale]);
		const own = [
			...figures.flatMap(({ shown, period, value, indicator }) => [
				shown[face.locale],
				period,
				String(value),
				indicator[face.locale]
			]),
			...words,
			...updates,
			...[face.edition, face.code ?? '', face.plan, face.label, face.quote ?? '', ...face.source],
			...plan.updates.map(({ date }) => date),
			// A sum shows what it was made from, and two kinds of list their years.
			...Object.keys(loaded.lookup.content.plan.value.years)
		];
		const known = new Set(own.flatMap(numbersIn));
		const shown = textsOf(sheet)
			.filter((text) => text !== face.code)
			.flatMap(numbersIn);
		return shown
			.filter((number) => !known.has(number) && !(face.hero?.counts ?? '').includes(number))
			.map((number) => `${nameOf(face, shape)}: ${number}`);
	});
	expect(strange).toEqual([]);
});

test('a card’s large number is drawn whole', () => {
	const missing = all.filter(({ face, sheet }) => {
		const big = [face.hero, ...face.tiles].flatMap((one) => one?.number ?? []);
		const texts = textsOf(sheet).join(' ').replaceAll(' ', '');
		return face.subject.kind === 'card' && !big.every((number) => texts.includes(number.replaceAll(' ', '')));
	});
	expect(missing.map(({ face, shape }) => nameOf(face, shape))).toEqual([]);
});

describe('the longest that an editor may write', () => {
	const [card] = faces.filter(({ subject, chart }) => subject.kind === 'card' && chart?.type === 'bar');
	const longest: Record<Face['locale'], Partial<Face>> = {
		zh: {
			title: ['计划说到的国家高新技术', '企业超过了目标'],
			hero: { before: '增长', number: '123456789.99', unit: '万平方公里', after: '以上', counts: '新'.repeat(30) },
			body: [{ text: '计划说，今年要把这件事做好，并且要一直做下去。'.repeat(4).slice(0, 80) }],
			quote: '确保新增国家高新技术企业省科技型中小企业'.repeat(3),
			groups: []
		},
		en: {
			title: ['New national high-technology firms: ', 'more than the target was'],
			hero: {
				before: 'up at least',
				number: '123,456,789.99 billion',
				unit: 'square kilometres',
				after: 'in a row',
				counts: 'New '.repeat(20)
			},
			body: [{ text: 'national '.repeat(60) }],
			groups: []
		}
	};

	const numbers = { zh: '123456789.99万平方公里以上', en: 'at least 123,456,789.99 billion' };
	/** Parts to change; `undefined` takes one out. */
	type Parts = { [Part in keyof Face]?: Face[Part] | undefined };
	/** What a card may hold beside its headline: each kind of card at its longest. */
	const kinds: Record<string, (locale: Face['locale'], face: Face) => Parts> = {
		'a chart and an update': () => ({
			updates: [{ date: '2022-04-25', text: [{ text: '更'.repeat(24) }], status: '达到目标' }]
		}),
		'six numbers': (_, { hero }) => ({
			chart: undefined,
			hero: undefined,
			tiles: Array.from({ length: 6 }, () => hero).flatMap((one) => one ?? [])
		}),
		'lists of what was done and is to be done': (locale, { body }) => ({
			chart: undefined,
			hero: undefined,
			body: [],
			groups: [true, false].map((done) => ({
				label: done ? '2020 已做' : '2021 要做',
				done,
				items: Array.from({ length: 4 }, (_, at) => [
					{ text: (body[0]?.text ?? '').slice(at * 10, at * 10 + (locale === 'zh' ? 10 : 68)) },
					{ text: numbers[locale], strong: true }
				])
			}))
		}),
		'what the plan does not say': () => ({ chart: undefined, calm: true, hero: undefined })
	};

	describe.each(['zh', 'en'] as const)('fits its pictures (%s)', (locale) => {
		test.each(Object.keys(kinds))('with %s', (kind) => {
			const plain: Face = { ...(card as Face), locale, ...longest[locale] };
			const changed = Object.entries({ ...plain, ...kinds[kind]?.(locale, plain) });
			const face = Object.fromEntries(changed.filter(([, part]) => part !== undefined)) as unknown as Face;
			const { hero } = face;
			for (const shape of shapes) {
				const { width, height, drawn: texts } = drawn(face, shape);
				// A chart's own labels, of 14 px on the page, are the page's business.
				const over = texts.filter(
					({ x, y, width: long, size }) => size !== 14 && (x + long > width - 40 || y > height - 12)
				);
				expect(over.map(({ text }) => text)).toEqual([]);
				if (hero) expect(texts.map(({ text }) => text).join(' ')).toContain(hero.number.split(' ')[0]);
			}
		});
	});
});

test('the same face makes the same bytes', () => {
	const hash = (face: Face, shape: Shape) =>
		createHash('sha256')
			.update(encode(drawn(face, shape), shape))
			.digest('hex');
	const [face] = faces;
	for (const shape of shapes) if (face) expect(hash(face, shape)).toBe(hash(face, shape));
}, 30_000);
