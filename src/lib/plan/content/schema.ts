/**
 * The shape of the content files, as `src/content/README.md` tells editors. Shapes only: whether a quote stands in the
 * text, a figure is allowed where it is named, or a sentence is covered is the business of `check/`.
 */
import * as v from 'valibot';
import { bounds, prefixes } from '../as-printed.ts';
import { locales } from '../locale.ts';
import { figureWordKey, figureWords, translations, type FigureWordKey } from './translation.ts';

const text = v.strictObject(v.entriesFromList(locales, v.pipe(v.string(), v.nonEmpty('the text is empty'))));
const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by “-”'));
const sentenceId = v.pipe(v.string(), v.regex(/^s\d{3}$/, 'a sentence id looks like s046'));
const words = v.pipe(v.string(), v.nonEmpty('this is empty'));
const count = v.pipe(v.number(), v.integer('this is a whole number'), v.minValue(0, 'this is not negative'));
const number = v.pipe(v.number(), v.finite('this is a number'));
/** A list that names nothing twice. */
const idsOf = <Item extends v.GenericSchema<string>>(item: Item) =>
	v.pipe(
		v.array(item),
		v.check((ids) => new Set(ids).size === ids.length, 'the list names something twice')
	);
const date = v.pipe(v.string(), v.isoDate('a date is written 2022-04-25'));
const period = v.pipe(v.union([v.number(), v.string()]), v.transform(String), v.regex(/^\d{4}$/, 'a period is a year'));

export const strengths = ['确保', '力争', '争创', '推进'] as const;

/** `unitEn`, `shownEn`: one for each language that the plan is translated into. */
const figureWordKeys: readonly FigureWordKey[] = figureWords.flatMap((word) =>
	translations.map((locale) => figureWordKey(word, locale))
);

const described = {
	indicator: text,
	value: number,
	unit: v.string(),
	...v.entriesFromList(figureWordKeys, v.optional(v.string())),
	qualifier: v.optional(
		v.pipe(
			v.string(),
			v.check(
				(joined) => {
					const said = joined.split('…');
					return (
						new Set(said).size === said.length &&
						said.every((word) => [...prefixes, ...bounds].some((known) => known === word))
					);
				},
				`a qualifier is one of ${[...prefixes, ...bounds].join(' ')}, or two joined by …`
			)
		)
	),
	reads: v.optional(v.string()),
	period
};
const quoted = { sentence: sentenceId, quote: words };

const figure = v.variant('kind', [
	v.strictObject({ kind: v.picklist(['result', 'rank', 'streak']), ...described, ...quoted }),
	v.strictObject({ kind: v.literal('target'), ...described, ...quoted, strength: v.optional(v.picklist(strengths)) }),
	v.strictObject({
		kind: v.literal('composition'),
		...described,
		...quoted,
		value: v.pipe(v.array(number), v.minLength(2, 'a composition has at least two values')),
		parts: v.array(text)
	}),
	v.strictObject({ kind: v.literal('outcome'), ...described, citation: id, fact: words }),
	v.strictObject({ kind: v.literal('derived'), ...described, formula: words })
]);

const item = v.strictObject({
	state: v.picklist(['done', 'doing', 'since']),
	...text.entries
});
const chart = v.strictObject({
	type: v.picklist(['bar', 'doughnut', 'rates']),
	comparison: v.optional(id),
	figure: v.optional(id),
	caption: text
});
const card = v.strictObject({
	id,
	kind: v.picklist(['number', 'list', 'gap', 'caveat']),
	also: v.optional(idsOf(id), []),
	title: text,
	hero: v.optional(id),
	body: v.optional(text),
	items: v.optional(v.array(item), []),
	tiles: v.optional(idsOf(id), []),
	chart: v.optional(chart),
	quote: v.optional(words),
	sentences: v.optional(idsOf(sentenceId), []),
	citation: v.optional(id)
});

const outcome = v.strictObject({
	target: v.optional(v.string()),
	// Not a union: its problems would not say which half of a text is missing.
	outcome: v.lazy(
		(input) => (typeof input === 'object' ? text : id) as v.GenericSchema<string | v.InferOutput<typeof text>>
	),
	status: v.picklist(['met', 'exceeded', 'partly', 'not-met', 'no-target'])
});

const edition = v.strictObject({
	date,
	// What `npm run plan -- publish` wrote down of each card that had changed.
	cards: v.record(id, v.strictObject({ code: words, title: words, body: v.string(), figures: v.record(id, words) }))
});

const retired = v.strictObject({
	date,
	// Whose decks had it, first its own topic: its addresses.
	topics: v.pipe(idsOf(id), v.minLength(1, 'a retired card had at least one topic')),
	successor: v.optional(id),
	why: text
});

/** One schema for each kind of file. */
export const files = {
	plan: v.strictObject({
		id,
		title: text,
		city: text,
		published: date,
		publisher: words,
		sourceUrl: v.optional(v.pipe(v.string(), v.url())),
		years: v.record(v.string(), v.strictObject({ role: v.picklist(['result', 'target']), quote: words })),
		citations: v.record(
			id,
			v.strictObject({
				title: words,
				publisher: words,
				date,
				url: v.pipe(v.string(), v.url()),
				period
			})
		)
	}),
	outline: v.array(
		v.strictObject({
			id: words,
			heading: words,
			start: count,
			end: count,
			sentences: v.array(v.strictObject({ id: sentenceId, start: count, end: count }))
		})
	),
	names: v.array(v.strictObject({ ...v.entriesFromList(locales, words), quote: words })),
	// A whole multiplier: 万 is 10000. English is calculated with it exactly.
	units: v.record(
		v.string(),
		v.strictObject({
			scale: v.pipe(count, v.minValue(1, 'a scale is at least 1')),
			...v.entriesFromList(translations, v.string())
		})
	),
	facts: v.record(id, v.array(words)),
	topics: v.strictObject({
		topics: v.array(v.strictObject({ id, name: text, short: v.optional(text), lead: id })),
		home: idsOf(id)
	}),
	figures: v.record(id, figure),
	comparisons: v.record(
		id,
		v.strictObject({
			kind: v.picklist(['pair', 'set']),
			figures: v.pipe(idsOf(id), v.minLength(2, 'one number alone is no comparison')),
			why: text
		})
	),
	cards: v.array(card),
	editions: v.array(edition),
	retired: v.record(id, retired),
	promises: v.record(
		words,
		v.strictObject(v.entriesFromList(translations, v.pipe(idsOf(words), v.minLength(1, 'a promise has its words'))))
	),
	omitted: v.array(v.strictObject({ sentence: sentenceId, reason: text })),
	glossary: v.array(v.strictObject({ id, term: text, line: text, sentence: sentenceId, quote: words })),
	search: v.strictObject({
		try: v.optional(v.strictObject(v.entriesFromList(locales, v.optional(v.array(words), []))), {}),
		words: v.optional(idsOf(words), []),
		synonyms: v.optional(
			v.array(
				v.strictObject({
					say: v.pipe(idsOf(words), v.minLength(1, 'a synonym has words that people say')),
					means: v.optional(idsOf(words), []),
					cards: v.optional(idsOf(id), [])
				})
			),
			[]
		)
	}),
	update: v.strictObject({
		kind: v.picklist(['number', 'status', 'text', 'new', 'correction']),
		date,
		topics: v.pipe(idsOf(id), v.minLength(1, 'an update concerns at least one topic')),
		cards: v.pipe(idsOf(id), v.minLength(1, 'an update concerns at least one card')),
		title: text,
		subject: v.optional(text),
		body: text,
		citation: id,
		corrects: v.optional(idsOf(id), []),
		notify: v.optional(v.boolean(), false),
		outcomes: v.optional(v.array(outcome), [])
	})
} as const;

/** Files whose entries stand for themselves: a broken one leaves the others readable. */
export const entries = { figures: figure, cards: card } as const;
export { id as idSchema };

export type FileKind = keyof typeof files;
export type Content<Kind extends FileKind> = v.InferOutput<(typeof files)[Kind]>;
export type FigureEntry = Content<'figures'>[string];
export type CardEntry = Content<'cards'>[number];
export type Edition = Content<'editions'>[number];
export type RetiredEntry = v.InferOutput<typeof retired>;
export type UpdateEntry = Content<'update'>;
export type ComparisonEntry = Content<'comparisons'>[string];
export type Strength = (typeof strengths)[number];
