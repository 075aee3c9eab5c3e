import { describe, expect, test } from 'vitest';
import { elements, parseHtml, type Element } from './html.ts';
import { builtText, isEnglish, origin, pageAt, pages, plan, plainPath } from './site.ts';

const names = ['all', ...plan.topics.map(({ id }) => id)];
const languages = [
	{ locale: 'zh', tag: 'zh-CN', prefix: '' },
	{ locale: 'en', tag: 'en', prefix: '/en' }
] as const;
const feeds = languages.flatMap((language) => names.map((name) => ({ name, ...language })));

const updatesOf = (name: string) => plan.updates.filter(({ topics }) => name === 'all' || topics.includes(name));
const text = (parent: Element | undefined, name: string) => parent && contentOf(childrenOf(parent, name)[0]);
const childrenOf = ({ children }: Element, name: string) =>
	children.filter((child): child is Element => typeof child !== 'string' && child.name === name);
const contentOf = (element: Element | undefined): string =>
	element?.children.map((child) => (typeof child === 'string' ? child : contentOf(child))).join('') ?? '';

const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const uuid = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe.each(feeds)('the feed $prefix/feeds/$name', ({ name, locale, tag, prefix }) => {
	const path = `${prefix}/feeds/${name}`;
	const feed = elements(parseHtml(builtText(`${path}.xml`).replace(/^<\?xml.*\?>\n/, ''))).find(
		(element) => element.name === 'feed'
	);
	const json = JSON.parse(builtText(`${path}.json`)) as JsonFeed;

	test('is Atom: names, times and absolute addresses that lead to its cards', () => {
		if (!feed) throw new Error('no feed');
		expect(feed.attributes).toMatchObject({ xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': tag });
		expect(text(feed, 'id')).toMatch(uuid);
		expect(text(feed, 'updated')).toMatch(time);
		expect(text(childrenOf(feed, 'author')[0], 'name')).not.toBe('');
		expect(linksOf(feed).self).toBe(`${origin}${path}.xml`);
		expect(pageAt(linksOf(feed).alternate)).toBeDefined();

		const entries = childrenOf(feed, 'entry');
		expect(entries.map((entry) => text(entry, 'title'))).toEqual(updatesOf(name).map(({ title }) => title[locale]));
		for (const entry of entries) {
			expect(text(entry, 'id')).toMatch(uuid);
			expect(text(entry, 'updated')).toMatch(time);
			const page = pageAt(linksOf(entry).alternate);
			expect(page && isEnglish(page)).toBe(locale === 'en');
		}
		expect(new Set(entries.map((entry) => text(entry, 'id'))).size).toBe(entries.length);
	});

	test('is JSON Feed 1.1 that says the same', () => {
		expect(json).toMatchObject({
			version: 'https://jsonfeed.org/version/1.1',
			language: tag,
			feed_url: `${origin}${path}.json`
		});
		const entries = feed ? childrenOf(feed, 'entry') : [];
		expect(json.items.map(({ id, url, title, date_published }) => [id, url, title, date_published])).toEqual(
			entries.map((entry) => [
				text(entry, 'id'),
				linksOf(entry).alternate,
				text(entry, 'title'),
				text(entry, 'updated')
			])
		);
		expect(json.items.every(({ content_text, content_html }) => content_text && content_html)).toBe(true);
	});
});

test('an update has one name in every feed of a language, and another one in the other language', () => {
	const idsOf = (feed: string) => (JSON.parse(builtText(feed)) as JsonFeed).items.map(({ id }) => id);
	const all = new Set(idsOf('/feeds/all.json'));
	for (const name of names) expect(idsOf(`/feeds/${name}.json`).filter((id) => !all.has(id))).toEqual([]);
	expect(idsOf('/en/feeds/all.json').filter((id) => all.has(id))).toEqual([]);
});

test('home, topics, cards and 关注 name their feeds, in their language', () => {
	const wrong = pages
		.filter((page) => /^\/(?:$|following$|topics\/)/.test(plainPath(page)))
		.filter((page) => {
			const topic = /^\/topics\/([^/]+)/.exec(plainPath(page))?.[1] ?? 'all';
			const feed = `${isEnglish(page) ? '/en' : ''}/feeds/${topic}`;
			const named = page.all.flatMap(({ attributes: { type, href = '' } }) =>
				type === 'application/atom+xml' || type === 'application/feed+json' ? href : []
			);
			return named.join() !== `${feed}.xml,${feed}.json`;
		});
	expect(wrong.map(({ path }) => path)).toEqual([]);
});

interface JsonFeed {
	items: Record<'id' | 'url' | 'title' | 'date_published' | 'content_text' | 'content_html', string>[];
}

function linksOf(parent: Element): { self?: string; alternate?: string } {
	const html = childrenOf(parent, 'link').filter(({ attributes: { type = '' } }) => type !== 'application/feed+json');
	return Object.fromEntries(html.map(({ attributes: { rel = '', href = '' } }) => [rel, href]));
}
