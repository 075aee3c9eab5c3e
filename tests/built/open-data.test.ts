import { Ajv2020 } from 'ajv/dist/2020.js';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentFolder } from '../../src/commands/content-folder.ts';
import { builtText, plan } from './site.ts';

const { source, sentences, figures, cards } = plan;
const cardIds = new Set(cards.map(({ id }) => id));

test('plan.json is what plan.schema.json says', () => {
	// `strictRequired` asks that a condition repeats the properties it is about; the standard doesn't.
	const ajv = new Ajv2020({
		allErrors: true,
		strict: true,
		strictRequired: false,
		formats: { uri: (text: string) => URL.canParse(text) }
	});
	const validate = ajv.compile(JSON.parse(builtText('/plan.schema.json')) as object);
	validate(JSON.parse(builtText('/plan.json')));
	expect(validate.errors ?? []).toEqual([]);
});

test('the source text is the source file, byte for byte', () => {
	const file = readFileSync(join(contentFolder, 'source.txt'));
	expect(Buffer.from(source.text, 'utf8').equals(file)).toBe(true);
	expect(source.sha256).toBe(createHash('sha256').update(file).digest('hex'));
});

test('131 of 131 sentences are on a card, or left off with a reason in both languages', () => {
	const accounted = sentences.filter(({ cards, omitted }) =>
		cards.length > 0 ? cards.every((id) => cardIds.has(id)) && !omitted : omitted?.zh.trim() && omitted.en.trim()
	);
	expect(sentences).toHaveLength(131);
	expect(accounted).toHaveLength(131);
});

test('sentences are numbered in the order of the text, and hold all of it but headings and blank space', () => {
	expect(sentences.map(({ id }) => id)).toEqual(sentences.map((_, index) => `s${String(index + 1).padStart(3, '0')}`));

	let position = 0;
	const between: string[] = [];
	for (const { start, end } of sentences) {
		expect(start).toBeGreaterThanOrEqual(position);
		between.push(source.text.slice(position, start));
		position = end;
	}
	const headings = new Set([
		...plan.sections.map(({ heading }) => heading),
		...source.text.slice(0, sentences[0]?.start).split('\n')
	]);
	const lost = [...between, source.text.slice(position)]
		.flatMap((text) => text.split('\n'))
		.filter((line) => line.trim() && !headings.has(line));
	expect(lost).toEqual([]);
});

test('every quote stands at its offsets, inside the sentence it names', () => {
	const quoted = figures.flatMap(({ id, evidence }) => (evidence && 'quote' in evidence ? { id, ...evidence } : []));
	const astray = quoted.filter(({ start, end, quote, sentence: id }) => {
		const sentence = sentences.find((one) => one.id === id);
		return source.text.slice(start, end) !== quote || !sentence || start < sentence.start || end > sentence.end;
	});
	expect(quoted).not.toHaveLength(0);
	expect(astray).toEqual([]);
});

test('every figure has a quote, a citation, or a sum over figures that have one', () => {
	const grounded = (id: string): boolean => {
		const figure = figures.find((one) => one.id === id);
		return figure?.evidence !== undefined || (figure?.formula !== undefined && figure.inputs?.every(grounded) === true);
	};
	expect(figures.filter(({ id }) => !grounded(id))).toEqual([]);
});

test('every card’s quote stands in a sentence of that card', () => {
	const invented = cards.filter(({ quote, sentences: ids }) => {
		const texts = sentences.filter(({ id }) => ids.includes(id)).map(({ start, end }) => source.text.slice(start, end));
		return quote !== undefined && !texts.some((text) => text.includes(quote));
	});
	expect(invented).toEqual([]);
});

test('a card and its sentences name each other', () => {
	const pairs = (list: { id: string; others: string[] }[]) =>
		list.flatMap(({ id, others }) => others.map((other) => [id, other]));
	const fromCards = pairs(cards.map(({ id, sentences }) => ({ id, others: sentences }))).map((pair) => pair.join(' '));
	const fromSentences = pairs(sentences.map(({ id, cards }) => ({ id, others: cards }))).map((pair) =>
		pair.toReversed().join(' ')
	);
	expect(fromSentences.toSorted()).toEqual(fromCards.toSorted());
});

test('the high-tech firms and the trains to Europe are the figures of the report', () => {
	const values = (unit: string) => figures.filter((figure) => figure.unit === unit).map(({ value }) => value);
	expect(values('家')).toEqual(expect.arrayContaining([426, 300, 531]));
	expect(values('列')).toEqual(expect.arrayContaining([1399, 1500]));
});

test('changes.json is the plan’s updates, newest first', () => {
	const changes = JSON.parse(builtText('/changes.json')) as { date: string }[];
	expect(changes).toEqual(plan.updates);
	expect(changes.map(({ date }) => date)).toEqual(
		changes
			.map(({ date }) => date)
			.toSorted()
			.toReversed()
	);
});
