import { expect, test } from 'vitest';
import { builtFile, builtText, home, isListed, origin, pageAt, pages, pathsWhere, plan, type Page } from './site.ts';

const { updates, figures } = plan;
const sources = new Set([
	...updates.map(({ citation }) => citation.url),
	...figures.flatMap(({ evidence }) => (evidence && 'url' in evidence ? evidence.url : []))
]);

/** No address: the name by which browsers know what SVG is. */
const svg = 'http://www.w3.org/2000/svg';
/** Nor is this one: it says whose words the page's data speaks. */
const vocabulary = 'https://schema.org';

/** Addresses that a page names, as they resolve in a browser. */
function addressesOf({ path, all }: Page): URL[] {
	const named = all.flatMap(({ attributes: { href, src, action } }) =>
		[href, src, action].filter((address) => address !== undefined)
	);
	return named.map((address) => new URL(address, origin + path));
}

/** The server answers it for whoever asks; no file is made. */
const asked = '/oembed';

const idsOf = new Map(
	pages.map((page) => [page.path, page.all.flatMap(({ attributes: { id } }) => (id === undefined ? [] : id))])
);
const symbols = '/icons/symbols.svg';
idsOf.set(
	symbols,
	[...builtText(symbols).matchAll(/<symbol id="([^"]*)"/g)].flatMap(([, id]) => id ?? [])
);

/** Where the form goes without scripts: a page that the server makes when it is sent. */
const madeWhenSent = /^(?:\/en)?\/report\/send$/;

test('every address within the site leads to a page or a file, in one step', () => {
	const dead = pages.flatMap((page) =>
		addressesOf(page)
			.filter((url) => url.origin === origin && url.pathname !== asked && !madeWhenSent.test(url.pathname))
			.filter((url) => !pageAt(url.href) && builtFile(url.pathname) === undefined)
			.map(({ pathname }) => `${page.path} → ${pathname}`)
	);
	expect([...new Set(dead)]).toEqual([]);
});

test('every page can be reached from the home page by links and buttons alone', () => {
	const reached = new Set<Page>();
	const open = home.slice(0, 1);
	for (let page = open.pop(); page; page = open.pop()) {
		if (reached.has(page)) continue;
		reached.add(page);
		for (const { name, attributes } of page.all) {
			const way = name === 'a' ? attributes.href : name === 'form' ? attributes.action : undefined;
			const next = way === undefined ? undefined : pageAt(new URL(way, origin + page.path).href);
			if (next) open.push(next);
		}
	}
	// The page for being offline is the service worker's to show.
	const lost = pages.filter((page) => isListed(page) && !reached.has(page));
	expect(lost.map(({ path }) => path)).toEqual([]);
});

test('every #fragment is the id of something on its page, or of an icon', () => {
	const lost = pages.flatMap((page) =>
		addressesOf(page)
			.filter(
				({ origin: at, hash, pathname }) =>
					at === origin && hash !== '' && !idsOf.get(pathname)?.includes(hash.slice(1))
			)
			.map(({ pathname, hash }) => `${page.path} → ${pathname}${hash}`)
	);
	expect([...new Set(lost)]).toEqual([]);
});

test('no id stands twice on a page', () => {
	expect(pathsWhere(({ path }) => new Set(idsOf.get(path)).size !== idsOf.get(path)?.length)).toEqual([]);
});

test('the only other site that a page names is the government’s, at the pages that are cited', () => {
	const strange = pages.flatMap(({ path, html }) =>
		[...html.matchAll(/\b[a-z]+:\/\/[^\s"'<>)\\]+/g)]
			.map(([address]) => address)
			.filter(
				(address) =>
					!sources.has(address) && new URL(address).origin !== origin && address !== svg && address !== vocabulary
			)
			.map((address) => `${path}: ${address}`)
	);
	expect(strange).toEqual([]);
});

test('a link to another site tells it nothing of the reader', () => {
	const telling = pathsWhere(({ all }) =>
		all.some(({ name, attributes: { href = '', rel = '' } }) => {
			const away = name === 'a' && new URL(href, origin).origin !== origin;
			return away && !rel.split(' ').includes('noreferrer');
		})
	);
	expect(telling).toEqual([]);
});
