/** What a crawler makes of a link to any page: read from the built files, as Open Graph has it. */
import { describe, expect, test } from 'vitest';
import { builtFile, isEnglish, isListed, origin, pageAt, pages, plan, type Page } from './site.ts';
import { textOf } from './html.ts';

const listed = pages.filter(isListed);

function property({ all }: Page, name: string): string {
	const found = all.filter(({ name: tag, attributes }) => tag === 'meta' && attributes.property === name);
	return found.length === 1 ? (found[0]?.attributes.content ?? '') : `${found.length} of ${name}`;
}

const wrong = (fault: (page: Page) => boolean) => listed.filter(fault).map(({ path }) => path);
const cardOf = ({ path }: Page) => plan.cards.find(({ id }) => /\/topics\/[^/]+\/([^/]+)$/.exec(path)?.[1] === id);

describe('a link to a page', () => {
	test('names the page itself, absolutely, as its canonical address does', () => {
		expect(
			wrong((page) => {
				const canonical = page.all.find(({ attributes }) => attributes.rel === 'canonical')?.attributes.href;
				return property(page, 'og:url') !== canonical || pageAt(canonical) === undefined;
			})
		).toEqual([]);
	});

	test('has a title, a description and its language', () => {
		expect(wrong((page) => property(page, 'og:title') === '' || property(page, 'og:description') === '')).toEqual([]);
		expect(wrong((page) => property(page, 'og:locale') !== (isEnglish(page) ? 'en_US' : 'zh_CN'))).toEqual([]);
	});

	test('shows a picture that is there, in the page’s language', () => {
		expect(
			wrong((page) => {
				const url = new URL(property(page, 'og:image'));
				const english = url.pathname.startsWith('/en/');
				return url.origin !== origin || builtFile(url.pathname) === undefined || english !== isEnglish(page);
			})
		).toEqual([]);
	});

	test('already tells a card’s number', () => {
		expect(
			wrong((page) => {
				const hero = plan.figures.find(({ id }) => id === cardOf(page)?.hero);
				return (
					hero !== undefined && !property(page, 'og:description').includes(hero.shown[isEnglish(page) ? 'en' : 'zh'])
				);
			})
		).toEqual([]);
	});

	test('of a card carries data that says what it rests on', () => {
		const cards = listed.filter((page) => cardOf(page));
		expect(cards).not.toHaveLength(0);
		for (const { all, path } of cards) {
			const script = all.find(({ attributes }) => attributes.type === 'application/ld+json');
			const data = JSON.parse(script ? textOf(script) : '') as { '@type': string; citation: { name: string }[] };
			expect(data['@type'], path).toBe('Article');
			expect(data.citation[0]?.name, path).not.toBe('');
		}
	});
});
