import type { Lookup } from '../content/lookup.ts';
import { translations } from '../content/translation.ts';
import { languageName } from '../language-name.ts';
import type { Translation, Words } from '../locale.ts';
import type { Problem } from '../problem.ts';
import { allTexts } from './texts.ts';

/** The words for promises (`promises.yaml`): what the source's language says → what translations say for it. */
export type Promises = Readonly<Record<string, Readonly<Record<Translation, readonly string[]>>>>;

/** A translation promises what the text promises: no less, and no more. */
export function checkPromises(lookup: Lookup): Problem[] {
	const promises = lookup.content.promises.value;
	return allTexts(lookup).flatMap(({ words, path, at }) =>
		translations.flatMap((locale) =>
			strayPromises(promises, words, locale).map(({ word, said }) => {
				const known = promises[word]?.[locale].map((words) => `“${words}”`).join(' or ') ?? '';
				return at.problem(
					[...path, locale],
					said === undefined
						? `the ${languageName(locale)} does not say “${word}”`
						: `the ${languageName(locale)} says “${said}” where no “${word}” stands`,
					`“${word}” is ${known}, and nothing else is; see promises.yaml.`
				);
			})
		)
	);
}

/** Promises that only one side of a text makes: `said` are words of the translation without theirs in the source. */
export function strayPromises(
	promises: Promises,
	words: Words,
	locale: Translation
): { word: string; said?: string }[] {
	const known = Object.keys(promises);
	return Object.entries(promises).flatMap(([word, { [locale]: wordings }]) => {
		const said = wordings.find((wording) => begins(words[locale], wording));
		if (promised(words.zh, word, known)) return said === undefined ? [{ word }] : [];
		return said === undefined ? [] : [{ word, said }];
	});
}

/** “ensured” says “ensure”, and “reclaim” no “aim”. */
function begins(text: string, wording: string): boolean {
	return new RegExp(String.raw`(?<![\p{L}\p{N}])${RegExp.escape(wording)}`, 'iu').test(text);
}

/** 全力争创 says 争创 and no 力争: of two words that share a character the later one is meant. */
function promised(text: string, word: string, known: readonly string[]): boolean {
	for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
		const later = known.some((other) => {
			const next = text.indexOf(other, at + 1);
			return next !== -1 && next < at + word.length;
		});
		if (!later) return true;
	}
	return false;
}
