import { expect, test } from 'vitest';
import { builtText, origin, pageAt, pages } from './site.ts';

const listed = [...builtText('/sitemap.xml').matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = '']) => address);

/** Only canonical addresses are listed: a card that two topics show is listed once. */
const canonical = pages.flatMap(({ all }) =>
	all.flatMap(({ attributes: { rel, href = '' } }) => (rel === 'canonical' ? href : []))
);

test('the sitemap lists every page once, by its canonical address', () => {
	expect(listed.toSorted()).toEqual([...new Set(canonical)].sort());
});

test('every address in the sitemap is a page, and so are its translations', () => {
	const translations = [...builtText('/sitemap.xml').matchAll(/href="([^"]*)"/g)].map(([, address = '']) => address);
	expect([...listed, ...translations].filter((address) => !pageAt(address))).toEqual([]);
});

test('robots.txt lets everyone in and points at the sitemap', () => {
	const lines = builtText('/robots.txt').split('\n');
	expect(lines).toEqual(expect.arrayContaining(['User-agent: *', 'Allow: /', `Sitemap: ${origin}/sitemap.xml`]));
	expect(lines.filter((line) => /^disallow: *\S/i.test(line))).toEqual([]);
});
