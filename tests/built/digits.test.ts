/**
 * No number without evidence, held on what readers get: every digit in the HTML of a card is a figure's, a declared
 * year's or name's, the source's own words, a date, or a count that the interface makes.
 */
import { expect, test } from 'vitest';
import { contentFolder, readFolder } from '../../src/commands/content-folder.ts';
import { figuresOfCard, namesOfCard } from '../../src/lib/plan/content/named.ts';
import { loadPlan } from '../../src/lib/plan/load.ts';
import { locales } from '../../src/lib/plan/locale.ts';
import { checkCodeOf } from '../../src/lib/plan/statement.ts';
import { namesIn } from '../../src/lib/plan/text.ts';
import { checkPath } from '../../src/lib/share/check-code.ts';
import { elements, textOf, type Element } from './html.ts';
import { isEnglish, origin, pages, plan, type Page } from './site.ts';

const { lookup } = loadPlan(await readFolder(contentFolder));
const years = Object.keys(lookup.content.plan.value.years);
const citations = Object.values(lookup.content.plan.value.citations);

interface ShownCard {
	id: string;
	page: Page;
	slide: Element;
}

const shownCards: ShownCard[] = pages.flatMap((page) =>
	page.all.flatMap((slide) => {
		const id = slide.attributes['data-card'];
		return id === undefined ? [] : { id, page, slide };
	})
);

/** What brings its digits with it; each of these is held to account by a test of its own below. */
const excused = {
	figure: ({ name, attributes }: Element) => name === 'data' && attributes['data-figure'] !== undefined,
	date: ({ name }: Element) => name === 'time',
	check: ({ name }: Element) => name === 'code',
	quote: ({ name }: Element) => name === 'q',
	count: ({ name }: Element) => name === 'dd',
	sentence: ({ name, attributes: { href = '' } }: Element) => name === 'a' && /\/plan#s\d+$/.test(href),
	citation: ({ attributes }: Element) => attributes.class?.split(' ').includes('citation') === true
};
const isExcused = (element: Element) => Object.values(excused).some((is) => is(element));

function everyCard(find: (card: ShownCard) => string[]): string[] {
	return shownCards.flatMap((card) => find(card).map((found) => `${card.page.path} ${card.id}: ${found}`));
}

/** Faults among one kind of excused element on all cards; that there are any at all shows that the kind is still known. */
function faultsOf(kind: keyof typeof excused, fault: (element: Element, card: ShownCard) => boolean): string[] {
	const found = everyCard(({ slide }) =>
		elements(slide)
			.filter(excused[kind])
			.map((element) => element.name)
	);
	expect(found, `nothing on any card is a ${kind}`).not.toHaveLength(0);
	return everyCard((card) =>
		elements(card.slide)
			.filter((element) => excused[kind](element) && fault(element, card))
			.map((element) => textOf(element))
	);
}

const digitsIn = (text: string) => text.match(/\p{N}[\p{N}.,]*(?<!\.)/gu) ?? [];

function withoutTokens(text: string, tokens: readonly string[]): string {
	const declared = tokens.toSorted((a, b) => b.length - a.length).map((token) => RegExp.escape(token));
	return text.replace(new RegExp(`(?<![\\p{N}.,])(?:${declared.join('|')})(?!\\p{N})`, 'gu'), ' ');
}

/** The years of the plan and of the card's figures, and the names (8+N, 5G) in its texts and its figures' indicators. */
function tokensOf(id: string): string[] {
	const entry = lookup.cards.get(id)?.value;
	if (!entry) return years;
	const figures = figuresOfCard(lookup, entry).flatMap((figure) => lookup.figure(figure) ?? []);
	const mentioned = new Set([
		...namesOfCard(lookup, entry),
		...figures.flatMap(({ indicator }) => locales.flatMap((locale) => namesIn(indicator[locale])))
	]);
	const names = lookup.content.names.value.filter(({ zh }) => mentioned.has(zh));
	return [...years, ...figures.map(({ period }) => period), ...names.flatMap(({ zh, en }) => [zh, en])];
}

test('no digit on any card is without a figure, a year, a name or a date', () => {
	const loose = everyCard(({ id, slide }) => {
		// The 1 of a growth sum, 100 × (1 + 20%), is arithmetic.
		const text = textOf(slide, isExcused).replaceAll(' × (1 + ', ' ');
		return withoutTokens(text, tokensOf(id)).match(/.{0,12}\p{N}+.{0,12}/gu) ?? [];
	});
	expect(loose).toEqual([]);
});

test('what is marked as a figure shows that figure’s number, and carries its value', () => {
	const wrong = faultsOf('figure', (element, { id, page }) => {
		const figure = plan.figures.find((one) => one.id === element.attributes['data-figure']);
		if (!figure) return true;
		const values = [figure.value].flat().map(String);
		const own = new Set([...digitsIn(figure.shown[isEnglish(page) ? 'en' : 'zh']), ...values]);
		const shown = digitsIn(withoutTokens(textOf(element), tokensOf(id)));
		const { value = '' } = element.attributes;
		return shown.some((digits) => !own.has(digits)) || ![String(figure.value), ...values].includes(value);
	});
	expect(wrong).toEqual([]);
});

test('a card’s check address on paper is that card’s, as it now stands', () => {
	const wrong = faultsOf('check', (element, { id, page }) => {
		const path = checkPath(checkCodeOf(plan, id) ?? '', isEnglish(page) ? 'en' : 'zh');
		return textOf(element) !== new URL(origin).host + path;
	});
	expect(wrong).toEqual([]);
});

test('every quote on a card is in the source, character for character', () => {
	const words = ({ children }: Element) => children.filter((child) => typeof child === 'string').join('');
	expect(faultsOf('quote', (quote) => !plan.source.text.includes(words(quote)))).toEqual([]);
});

test('a link that names a sentence’s number leads to that sentence', () => {
	const wrong = faultsOf('sentence', (link) => {
		if (elements(link).some(excused.figure)) return false;
		const [number, ...more] = digitsIn(textOf(link));
		const named = number === undefined || link.attributes.href?.endsWith(`#s${number.padStart(3, '0')}`);
		return !named || more.length > 0;
	});
	expect(wrong).toEqual([]);
});

test('a source is named as the plan’s content declares it', () => {
	const wrong = faultsOf('citation', (element) => {
		const text = textOf(element);
		const cited = citations.find(({ title, date }) => text.includes(title) && text.includes(date));
		return !cited || digitsIn(text.replace(cited.title, '').replace(cited.date, '')).length > 0;
	});
	expect(wrong).toEqual([]);
});

test('a date reads as the date that machines read', () => {
	expect(faultsOf('date', (time) => textOf(time).trim() !== time.attributes.datetime)).toEqual([]);
});

test('the home page counts a topic’s cards, numbers and updates', () => {
	const wrong = faultsOf('count', (count, { id, slide }) => {
		const topic = plan.topics.find(({ lead }) => lead === id);
		if (!topic) return true;
		const figures = plan.cards.filter((card) => topic.cards.includes(card.id)).flatMap((card) => card.figures);
		const updates = plan.updates.filter(({ topics }) => topics.includes(topic.id));
		const counts = [topic.cards.length, new Set(figures).size, updates.length].filter((number) => number > 0);
		const shown = elements(slide).filter(excused.count);
		return textOf(count).trim() !== String(counts[shown.indexOf(count)]);
	});
	expect(wrong).toEqual([]);
});
