import type { Lookup } from '../content/lookup.ts';
import type { Words } from '../locale.ts';
import type { Problem } from '../problem.ts';
import { allTexts } from './texts.ts';

/** The words for promises (`promises.yaml`): what the source's language says → what translations say for it. */
export type Promises = Readonly<Record<string, { en: readonly string[] }>>;

/** A translation promises what the text promises: no less, and no more. */
export function checkPromises(lookup: Lookup): Problem[] {
	const promises = lookup.content.promises.value;
	return allTexts(lookup).flatMap(({ words, path, at }) =>
		strayPromises(promises, words).map(({ word, said }) =>
			at.problem(
				[...path, 'en'],
				said === undefined
					? `the English does not say “${word}”`
					: `the English says “${said}” where no “${word}” stands`,
				`“${word}” is ${promises[word]?.en.map((words) => `“${words}”`).join(' or ') ?? ''}, and nothing else is; see promises.yaml.`
			)
		)
	);
}

/** Promises that only one side of a text makes: `said` are words of the translation without theirs in the source. */
export function strayPromises(promises: Promises, { zh, en }: Words): { word: string; said?: string }[] {
	const known = Object.keys(promises);
	return Object.entries(promises).flatMap(([word, { en: wordings }]) => {
		const said = wordings.find((words) => new RegExp(String.raw`\b${words}`, 'i').test(en));
		if (promised(zh, word, known)) return said === undefined ? [{ word }] : [];
		return said === undefined ? [] : [{ word, said }];
	});
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
