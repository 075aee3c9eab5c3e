import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inProject } from '../../../src/commands/project.js';
import { locales } from '../../../src/lib/plan/locale.ts';

const read = (name: string) => JSON.parse(readFileSync(inProject('src', 'words', name), 'utf8')) as unknown;
const wordsOf = (locale: string) => read(`${locale}.json`) as Record<string, unknown>;

test('every language of the plan has its words, and is one that the words are compiled for', () => {
	const { baseLocale, locales: compiled } = read('project.inlang/settings.json') as Record<string, unknown>;
	expect(compiled).toEqual(locales);
	expect(baseLocale).toBe(locales[0]);
	const files = readdirSync(inProject('src', 'words')).filter((name) => name.endsWith('.json'));
	expect(files.sort()).toEqual(locales.map((locale) => `${locale}.json`).sort());
});

test.each(locales.slice(1))('%s has every word, with the same things to fill in', (locale) => {
	// The compiler would take a missing one from the plan's own language.
	const inputs = (words: unknown) => [...new Set(JSON.stringify(words).match(/\{\w+\}/g))].sort().join(' ');
	const [own, other] = [wordsOf(locales[0]), wordsOf(locale)];
	expect(Object.keys(other).sort()).toEqual(Object.keys(own).sort());
	const filled = Object.keys(own).filter((key) => typeof own[key] === 'string' && typeof other[key] === 'string');
	expect(filled.filter((key) => inputs(own[key]) !== inputs(other[key]))).toEqual([]);
});
