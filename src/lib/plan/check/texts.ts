import { printed, qualifiersOf } from '../as-printed.ts';
import type { Lookup } from '../content/lookup.ts';
import type { Located } from '../content/read.ts';
import type { FigureEntry } from '../content/schema.ts';
import { figureWordKey, figureWords, translations } from '../content/translation.ts';
import type { Path } from '../content/yaml-file.ts';
import { languages } from '../languages/index.ts';
import { locales, type Locale, type Words } from '../locale.ts';
import type { Problem } from '../problem.ts';
import { looseDigits, parseText, type Token } from '../text.ts';

/** A text of the content with its place. */
export interface PlacedText {
	words: Words;
	path: Path;
	at: Pick<Located<unknown>, 'problem'>;
}

/** Every text that a reader can see: no digit of its own, no unknown token, no qualifier lost. */
export function checkTexts(lookup: Lookup): Problem[] {
	return [
		...checkFigureWords(lookup),
		...allTexts(lookup).flatMap(({ words, path, at }) =>
			locales.flatMap((locale) => {
				const text = words[locale];
				const place = [...path, locale];
				const digits = looseDigits(text).map((digit) =>
					at.problem(
						place,
						`“${digit}” stands in the text without a figure`,
						'name a figure in braces, such as {urban-jobs-2020}; years and names have tokens too.'
					)
				);
				return [...digits, ...checkTokens(lookup, text, locale, (what, mend) => at.problem(place, what, mend))];
			})
		)
	];
}

/** `unitEn` and `shownEn` stand where the number is shown, so they may hold no digits but its own. */
function checkFigureWords(lookup: Lookup): Problem[] {
	return [...lookup.content.figures.values()].flatMap(({ value: figure, problem }) =>
		translations.flatMap((locale) => {
			const own = [printed(figure), languages[locale].number(figure.value, lookup.unit(figure).scale)];
			return figureWords.flatMap((word) => {
				const key = figureWordKey(word, locale);
				return (figure[key]?.match(/\p{N}[\p{N},.]*/gu) ?? [])
					.filter((digits) => word === 'unit' || !own.some((number) => number.split(' ').includes(digits)))
					.map((digits) => problem([key], `“${digits}” in ${key} is not this figure’s number`, 'write words.'));
			});
		})
	);
}

function checkTokens(
	lookup: Lookup,
	text: string,
	locale: Locale,
	problem: (what: string, mend: string) => Problem
): Problem[] {
	const tokens = parseText(text);
	return tokens.flatMap((token, index) => {
		if (token.kind === 'words') {
			return /[{}]/.test(token.words) ? [problem('a brace stands alone', 'write tokens as {figure-id}.')] : [];
		}
		const meaning = lookup.meaning(token.name);
		if (!meaning) {
			if (lookup.excused(token.name)) return [];
			return [
				problem(
					`{${token.name}} is no figure, year or name`,
					'declare it in figures/, plan.yaml (years) or names.yaml.'
				)
			];
		}
		if (meaning.kind !== 'figure') {
			return token.bare ? [problem(`{${token.name}:n} is no figure`, `write {${token.name}}.`)] : [];
		}
		const before = wordsOf(tokens[index - 1]);
		const after = wordsOf(tokens[index + 1]);
		const lost = token.bare ? lostWithout(lookup, meaning.figure, locale, after) : undefined;
		if (lost !== undefined) return [problem(`{${token.name}:n} would lose ${lost}`, `write {${token.name}}.`)];
		const added = addedAround(locale, before, after);
		if (added !== undefined) {
			return [
				problem(
					`“${added}” stands beside {${token.name}}, which says its own qualifier`,
					`leave it to {${token.name}}: take “${added}” out.`
				)
			];
		}
		return [];
	});
}

function wordsOf(token: Token | undefined): string {
	return token?.kind === 'words' ? token.words : '';
}

/** What the bare number of a figure would hide: a qualifier, a sign, or the true unit behind another one. */
function lostWithout(lookup: Lookup, figure: FigureEntry, locale: Locale, after: string): string | undefined {
	const bounded = qualifiersOf(figure).join('…');
	if (bounded !== '') return `“${bounded}”`;
	if (/[%‰点]/.test(figure.unit)) return 'its unit';
	const multiplied = languages[locale].multipliers.test(after);
	if (locale !== locales[0]) return multiplied ? 'its own multiplier' : undefined;
	// In Chinese 26.6 without its 万 is another number, and {high-tech:n}万 too.
	const follows = Object.keys(lookup.content.units.value)
		.filter((unit) => unit !== '' && after.startsWith(unit))
		.sort((a, b) => b.length - a.length)[0];
	if (lookup.unit(figure).scale !== 1 && follows !== figure.unit) return `“${figure.unit}”`;
	if (multiplied && follows !== figure.unit) return 'its own multiplier';
	return follows !== undefined && follows !== figure.unit ? `“${figure.unit}” to “${follows}”` : undefined;
}

/** A qualifier that the words put beside a figure: invented if the figure has none, doubled if it has. */
function addedAround(locale: Locale, before: string, after: string): string | undefined {
	const { qualifiers } = languages[locale];
	return (qualifiers.before.exec(before) ?? qualifiers.after?.exec(after))?.[0];
}

/** Every text that a reader can see, with its place. */
export function allTexts(lookup: Lookup): PlacedText[] {
	const { plan, topics, figures, comparisons, omitted, retired, glossary, cards, updates } = lookup.content;
	const texts: PlacedText[] = [
		{ words: plan.value.title, path: ['title'], at: plan },
		{ words: plan.value.city, path: ['city'], at: plan },
		...topics.value.topics.flatMap(({ name, short }, index) => [
			{ words: name, path: ['topics', index, 'name'], at: topics },
			...(short ? [{ words: short, path: ['topics', index, 'short'], at: topics }] : [])
		]),
		...omitted.value.map(({ reason }, index) => ({ words: reason, path: [index, 'reason'], at: omitted })),
		...Object.entries(retired.value).map(([id, { why }]) => ({ words: why, path: [id, 'why'], at: retired })),
		...glossary.value.flatMap(({ term, line }, index) => [
			{ words: term, path: [index, 'term'], at: glossary },
			{ words: line, path: [index, 'line'], at: glossary }
		]),
		...Object.entries(comparisons.value).map(([id, { why }]) => ({ words: why, path: [id, 'why'], at: comparisons }))
	];
	for (const figure of figures.values()) {
		texts.push({ words: figure.value.indicator, path: ['indicator'], at: figure });
		if (figure.value.kind === 'composition') {
			texts.push(...figure.value.parts.map((words, index) => ({ words, path: ['parts', index], at: figure })));
		}
	}
	for (const card of cards) {
		const { title, body, items, chart } = card.value;
		texts.push({ words: title, path: ['title'], at: card });
		if (body) texts.push({ words: body, path: ['body'], at: card });
		if (chart) texts.push({ words: chart.caption, path: ['chart', 'caption'], at: card });
		texts.push(...items.map((words, index) => ({ words, path: ['items', index], at: card })));
	}
	for (const update of updates) {
		texts.push(
			{ words: update.value.title, path: ['title'], at: update },
			{ words: update.value.body, path: ['body'], at: update }
		);
		if (update.value.subject) texts.push({ words: update.value.subject, path: ['subject'], at: update });
		for (const [index, { outcome }] of update.value.outcomes.entries()) {
			if (typeof outcome !== 'string') texts.push({ words: outcome, path: ['outcomes', index, 'outcome'], at: update });
		}
	}
	return texts;
}
