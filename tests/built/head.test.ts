import { expect, test } from 'vitest';
import { textOf } from './html.ts';
import { pages, pathsWhere, type Page } from './site.ts';

function titleOf({ all }: Page): string {
	const title = all.find(({ name }) => name === 'title');
	return title ? textOf(title).trim() : '';
}

const canonicalOf = ({ all }: Page) => all.find(({ attributes }) => attributes.rel === 'canonical')?.attributes.href;

function descriptionOf({ all }: Page): string {
	const meta = all.filter(({ attributes }) => attributes.name === 'description');
	return meta.length === 1 ? (meta[0]?.attributes.content?.trim() ?? '') : '';
}

test('every page has a title and a description', () => {
	expect(pathsWhere((page) => titleOf(page) === '' || descriptionOf(page) === '')).toEqual([]);
});

test('no two pages share a title, except one card under two topics', () => {
	const addresses = Map.groupBy(pages, titleOf);
	const shared = [...addresses].filter(([, pages]) => new Set(pages.map(canonicalOf)).size > 1);
	expect(shared.map(([title, pages]) => `${title}: ${pages.map(({ path }) => path).join(', ')}`)).toEqual([]);
});

test('every page has one main heading', () => {
	expect(pathsWhere(({ all }) => all.filter(({ name }) => name === 'h1').length !== 1)).toEqual([]);
});
