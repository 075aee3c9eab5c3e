import type { Lookup } from '../content/lookup.ts';
import { locales } from '../locale.ts';
import type { Problem } from '../problem.ts';
import { looseDigits, parseText } from '../text.ts';

/**
 * The list of what people say: it holds no number of its own, names cards that exist, and leads to words that are
 * somewhere in the plan or on its cards. A word that is nowhere would promise what a search cannot find.
 */
export function checkSearch(lookup: Lookup): Problem[] {
	const { search } = lookup.content;
	const { value, problem } = search;
	const problems: Problem[] = [];
	const everything = allWords(lookup);
	const known = (words: string) => everything.includes(words.toLowerCase());

	for (const [index, { say, means, cards }] of value.synonyms.entries()) {
		const at = ['synonyms', index] as const;
		for (const words of [...say, ...means]) {
			if (looseDigits(words).length > 0)
				problems.push(problem(at, `“${words}” holds a number`, 'numbers are found by themselves: take it out.'));
		}
		for (const words of means) {
			if (!known(words))
				problems.push(
					problem([...at, 'means'], `“${words}” is nowhere in the plan or on its cards`, 'copy words that are.')
				);
		}
		for (const id of cards) {
			if (!lookup.cards.has(id) && !lookup.excused(id))
				problems.push(problem([...at, 'cards'], `there is no card “${id}”`, 'see cards/.'));
		}
		if (means.length + cards.length === 0)
			problems.push(problem(at, `“${say.join('、')}” leads nowhere`, 'say what it means, or which cards.'));
	}
	for (const [index, word] of value.words.entries()) {
		if (!known(word)) problems.push(problem(['words', index], `“${word}” is nowhere in the plan`, 'take it out.'));
	}
	for (const locale of locales) {
		for (const [index, words] of value.try[locale].entries()) {
			const unknown = parseText(words).some((token) =>
				token.kind === 'name' ? !lookup.meaning(token.name) : looseDigits(token.words).length > 0
			);
			if (unknown)
				problems.push(
					problem(['try', locale, index], `“${words}” holds a number without a figure`, 'name a figure: {gdp-2020:n}.')
				);
		}
	}
	return problems;
}

/** All that a reader can find, in small letters. */
function allWords(lookup: Lookup): string {
	const { source, cards, topics, figures } = lookup.content;
	const texts = [
		...cards.flatMap(({ value: { title, body, items } }) => [title, ...(body ? [body] : []), ...items]),
		...topics.value.topics.map(({ name }) => name),
		...[...figures.values()].map(({ value }) => value.indicator)
	];
	return [source, ...texts.flatMap((words) => locales.map((locale) => lookup.plain(words[locale], locale)))]
		.join('\n')
		.toLowerCase();
}
