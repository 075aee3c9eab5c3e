/** What a crawler finds as data (schema.org) on every page that it may list. */
import { expect, test } from 'vitest';
import { languageTag } from '../../src/lib/plan/locale.ts';
import { textOf } from './html.ts';
import { builtFile, isEnglish, isListed, origin, pageAt, pages, plainPath, plan, type Page } from './site.ts';

interface Data {
	'@context': string;
	'@type': string;
	name?: string;
	description: string;
	inLanguage: string;
	url?: string;
	license?: string;
	temporalCoverage?: string;
	spatialCoverage?: { name: string };
	distribution?: { encodingFormat: string; contentUrl: string }[];
	citation: { name: string } | { name: string }[];
}

const found = pages.filter(isListed).map((page) => ({
	page,
	data: page.all
		.filter(({ attributes }) => attributes.type === 'application/ld+json')
		.map((script) => JSON.parse(textOf(script)) as Data)
}));

function typeFor(page: Page): string[] {
	const path = plainPath(page);
	if (/^\/topics\/[^/]+\/[^/]+$/.test(path)) return ['Article'];
	return /^\/(?:plan|about|topics\/[^/]+)$/.test(path) ? ['Dataset'] : [];
}

test('cards are articles; the plan, its topics and what we say about the data are data sets; other pages are neither', () => {
	const wrong = found.filter(
		({ page, data }) => JSON.stringify(data.map((one) => one['@type'])) !== JSON.stringify(typeFor(page))
	);
	expect(wrong.map(({ page }) => page.path)).toEqual([]);
});

test('it is in the page’s language, and names what it rests on', () => {
	const wrong = found.filter(({ page, data }) =>
		data.some(
			({ '@context': context, inLanguage, citation }) =>
				context !== 'https://schema.org' ||
				inLanguage !== languageTag[isEnglish(page) ? 'en' : 'zh'] ||
				[citation].flat()[0]?.name !== plan.title[isEnglish(page) ? 'en' : 'zh']
		)
	);
	expect(wrong.map(({ page }) => page.path)).toEqual([]);
});

test('a data set says what search engines ask for, with files that are there', () => {
	const sets = found.flatMap(({ page, data }) =>
		data.filter((one) => one['@type'] === 'Dataset').map((data) => ({ page, data }))
	);
	expect(sets).toHaveLength(2 * (plan.topics.length + 2));
	for (const { page, data } of sets) {
		const locale = isEnglish(page) ? 'en' : 'zh';
		expect(data.url, page.path).toBe(origin + page.path);
		// Google takes 50 to 5,000 characters.
		expect(data.description.length, page.path).toBeGreaterThanOrEqual(50);
		expect(data.description.length, page.path).toBeLessThan(5000);
		expect(data.name, page.path).not.toBe('');
		expect(data.temporalCoverage, page.path).toMatch(/^\d{4}\/\d{4}$/);
		expect(data.spatialCoverage?.name, page.path).toBe(plan.city[locale]);
		const terms = new URL(data.license ?? '');
		expect(pageAt(terms.href)?.all.some(({ attributes: { id } }) => `#${id ?? ''}` === terms.hash)).toBe(true);
		expect(data.distribution?.length, page.path).toBeGreaterThan(0);
		for (const { contentUrl } of data.distribution ?? []) {
			expect(contentUrl.startsWith(origin), contentUrl).toBe(true);
			expect(builtFile(new URL(contentUrl).pathname), contentUrl).toBeDefined();
		}
	}
});

test('a card’s page tells editors’ programs how to embed it', () => {
	const wrong = found.filter(({ page }) => {
		if (typeFor(page)[0] !== 'Article') return false;
		const [link, ...more] = page.all.flatMap(({ attributes: { type, href } }) =>
			type === 'application/json+oembed' ? (href ?? []) : []
		);
		const asked = new URL(link ?? 'nowhere:').searchParams.get('url');
		const canonical = page.all.find(({ attributes }) => attributes.rel === 'canonical')?.attributes.href;
		return !link?.startsWith(`${origin}/oembed?`) || more.length > 0 || asked !== canonical;
	});
	expect(wrong.map(({ page }) => page.path)).toEqual([]);
});
