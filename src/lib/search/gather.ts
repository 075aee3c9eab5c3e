/** At build time: from the checked plan to what the search page loads. The only place that knows pinyin (a large table). */
import { pinyin } from 'pinyin-pro';
import type { Lookup } from '$lib/plan/content/lookup';
import { inEachLocale, locales, type Locale, type Words } from '$lib/plan/locale';
import type { Figure, Plan } from '$lib/plan/plan';
import type { Both, Catalogue, FigureItem } from './catalogue';
import { otherLanguage } from './other-language';
import { placesOf } from './places-of';

export function gather(plan: Plan, lookup: Lookup, locale: Locale): Catalogue {
	const both = (words: Words): Both => [words[locale], words[otherLanguage(locale)]];
	const topics = new Map(plan.topics.map(({ id, name }) => [id, name]));
	const figures = new Map(plan.figures.map((figure) => [figure.id, figure]));
	const told = (id: string, locale: Locale) => {
		const figure = figures.get(id);
		return figure ? `${figure.indicator[locale]} ${figure.shown[locale]}` : '';
	};
	const sentences = plan.sentences.map(({ id, start, end, cards }) => ({
		id,
		text: plan.source.text.slice(start, end),
		about:
			locale === locales[0]
				? ''
				: plan.cards
						.filter((card) => cards.includes(card.id))
						.map(({ title }) => title[locale])
						.join(' · ')
	}));
	const { synonyms, words, try: examples } = lookup.content.search.value;
	return {
		cards: plan.cards.map((card) => {
			const { id, topic, also = [], title, body, hero } = card;
			const others = card.figures.filter((figure) => figure !== hero);
			const about = (locale: Locale) =>
				[...[topic, ...also].map((id) => topics.get(id)?.[locale] ?? ''), ...others.map((id) => told(id, locale))].join(
					' '
				);
			return {
				id,
				topic,
				title: both(title),
				lead: both(inEachLocale((locale) => (hero === undefined ? '' : told(hero, locale)))),
				text: both(body),
				about: both(inEachLocale(about))
			};
		}),
		figures: plan.figures.flatMap((figure) => figureItem(plan, figure, both)),
		sentences,
		words: soundedWords(plan, [...words, ...synonyms.flatMap(({ means }) => means)]),
		synonyms,
		places: placesOf(plan, lookup, locale),
		examples: examples[locale].map((text) => lookup.plain(text, locale))
	};
}

function figureItem(plan: Plan, figure: Figure, both: (words: Words) => Both): FigureItem[] {
	const { id, indicator, shown, value, period, evidence } = figure;
	const shows = plan.cards.filter(({ figures }) => figures.includes(id));
	const card = shows.find(({ hero }) => hero === id) ?? shows[0];
	if (!card) return [];
	const quote = evidence && 'quote' in evidence ? evidence.quote : '';
	return [
		{
			id,
			card: card.id,
			topic: card.topic,
			indicator: both(indicator),
			shown: both(shown),
			value: String(value),
			period,
			quote
		}
	];
}

/** Words a reader may spell by sound: names of the list first, then those of topics, titles and the text. */
function soundedWords(plan: Plan, listed: readonly string[]): Catalogue['words'] {
	const words = new Set([...plan.topics.flatMap(({ name }) => name.zh.split(/[与和]/)), ...listed]);
	for (const { indicator } of plan.figures) addWords(words, indicator.zh, true);
	for (const { title } of plan.cards) addWords(words, title.zh, true);
	for (const { body } of plan.cards) addWords(words, body.zh);
	addWords(words, plan.source.text);
	return [...words]
		.filter((word) => /^\p{Script=Han}{2,8}$/u.test(word))
		.map((word) => [word, pinyin(word, { toneType: 'none', v: true })]);
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Each word, each name in quotation marks, and, if asked, each two neighbouring words (高新技术). */
function addWords(words: Set<string>, text: string, pairs = false): void {
	for (const [, name = ''] of text.matchAll(/“(\p{Script=Han}{2,8})”/gu)) words.add(name);
	let before = '';
	for (const { segment } of segmenter.segment(text)) {
		const word = /^\p{Script=Han}+$/u.test(segment) ? segment : '';
		if (word.length > 1) words.add(word);
		if (pairs && before !== '' && word !== '') words.add(before + word);
		before = word;
	}
}
