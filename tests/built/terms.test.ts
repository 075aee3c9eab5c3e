/** What the glossary explains is marked where cards are read, and nowhere else. */
import { expect, test } from 'vitest';
import { elements, type Element } from './html.ts';
import { isEnglish, pages, pathsWhere, plainPath, type Page } from './site.ts';

const isTerm = ({ attributes: { class: classes = '' } }: Element) => classes.split(' ').includes('term');
const termsOf = (all: readonly Element[]) => all.filter(isTerm).map(({ attributes: { href = '' } }) => href);
const isMarked = ({ all }: Page) => all.some(isTerm);

test('terms are marked on pages of topics and cards, in both languages, and on no other page', () => {
	const marked = pages.filter(isMarked);
	expect(marked.filter(isEnglish).length).toBeGreaterThan(10);
	expect(marked.filter((page) => !isEnglish(page)).length).toBeGreaterThan(10);
	expect(pathsWhere((page) => isMarked(page) && !plainPath(page).startsWith('/topics/'))).toEqual([]);
});

test('a card marks a term once, and none in its headline', () => {
	const slides = pages.flatMap(({ path, all }) =>
		all.filter(({ attributes }) => attributes['data-card'] !== undefined).map((slide) => ({ path, slide }))
	);
	const wrong = slides.filter(({ slide }) => {
		const all = elements(slide);
		const terms = termsOf(all);
		const headlines = all.filter(({ name }) => name === 'h2').flatMap(elements);
		return new Set(terms).size !== terms.length || headlines.some(isTerm);
	});
	expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('a term leads to its entry in the glossary of its page’s language', () => {
	const lost = pages.flatMap((page) =>
		termsOf(page.all)
			.filter((href) => !href.startsWith(`${isEnglish(page) ? '/en' : ''}/glossary#`))
			.map((href) => `${page.path} → ${href}`)
	);
	expect(lost).toEqual([]);
});
