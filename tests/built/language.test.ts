import { expect, test } from 'vitest';
import { languageTag } from '../../src/lib/plan/locale.ts';
import type { Element } from './html.ts';
import { isEmbed, isEnglish, isListed, origin, pageAt, pages, pathsWhere, plainPath, type Page } from './site.ts';

const links = ({ all }: Page, rel: string) =>
	all.map(({ attributes }) => attributes).filter((attributes) => attributes.rel === rel);
const canonical = (page: Page | undefined) => (page ? links(page, 'canonical').map(({ href }) => href) : []);
const alternates = (page: Page) =>
	Object.fromEntries(
		links(page, 'alternate').flatMap(({ hreflang, href = '' }) => (hreflang ? [[hreflang, href]] : []))
	);

const languages = [languageTag.zh, languageTag.en];

test('every page says which language it is in', () => {
	const wrong = pathsWhere(
		(page) => page.all[0]?.attributes.lang !== (isEnglish(page) ? languageTag.en : languageTag.zh)
	);
	expect(wrong).toEqual([]);
});

test('in English pages, every run of Chinese says that it is Chinese', () => {
	const inChinese = ({ attributes }: Element) => attributes.lang?.startsWith('zh') === true;
	const unmarked = (element: Element): string[] =>
		element.children.flatMap((child) => {
			if (typeof child === 'string') return /\p{Script=Han}/u.test(child) ? [child.trim()] : [];
			return inChinese(child) || ['head', 'script', 'style'].includes(child.name) ? [] : unmarked(child);
		});
	const found = pages.filter(isEnglish).map((page) => [page.path, unmarked(page.tree)] as const);
	expect(found.length).toBeGreaterThan(100);
	expect(found.filter(([, texts]) => texts.length > 0)).toEqual([]);
});

test('in Chinese pages, what is in English says that it is English', () => {
	// The other language's name and offer; words in Latin letters that Chinese uses itself (App, Atom, GDP) are no English.
	const wrong = pathsWhere((page) =>
		page.all.some(({ name, attributes }) => name === 'a' && attributes.hreflang === 'en' && attributes.lang !== 'en')
	);
	expect(wrong).toEqual([]);
});

test('every page exists in both languages at the same path', () => {
	const alone = pathsWhere((page) => {
		const plain = plainPath(page);
		return !pageAt(origin + plain) || !pageAt(`${origin}/en${plain === '/' ? '' : plain}`);
	});
	expect(alone).toEqual([]);
});

test('every page that may be found names one canonical address, whose page is in its language and names itself', () => {
	const wrong = pathsWhere((page) => {
		// An embed stands for the card that it shows; what else is not to be found stands for nothing.
		const shown = isEmbed(page) && page.all.some(({ attributes }) => attributes['data-card'] !== undefined);
		if (!isListed(page) && !shown) return canonical(page).length > 0;
		const [address, ...more] = canonical(page);
		const main = pageAt(address);
		return !main || more.length > 0 || isEnglish(main) !== isEnglish(page) || canonical(main)[0] !== address;
	});
	expect(wrong).toEqual([]);
});

test('every page that may be found names both languages, each at its canonical address, and Chinese for all others', () => {
	const wrong = pathsWhere((page) => {
		if (!isListed(page)) return false;
		const named = alternates(page);
		const others = languages.some((tag) => canonical(pageAt(named[tag]))[0] !== named[tag]);
		return others || Object.keys(named).length !== 3 || named['x-default'] !== named[languageTag.zh];
	});
	expect(wrong).toEqual([]);
});

test('what a page names as its other language names the page back', () => {
	const oneWay = pathsWhere((page) => {
		if (!isListed(page)) return false;
		const named = alternates(page);
		return languages.some((tag) => {
			const other = pageAt(named[tag]);
			return !other || languages.some((back) => alternates(other)[back] !== named[back]);
		});
	});
	expect(oneWay).toEqual([]);
});
