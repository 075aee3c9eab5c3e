import type { Lookup } from '../content/lookup.ts';
import type { Problem } from '../problem.ts';

/**
 * The glossary explains nothing by itself: a term and its line stand in one sentence of the text, and the Chinese line is
 * made of the text's own words.
 */
export function checkGlossary(lookup: Lookup): Problem[] {
	const { value, problem } = lookup.content.glossary;
	const terms = new Set<string>();
	return value.flatMap(({ term, line, sentence, quote }, index) => {
		const problems: Problem[] = [];
		const name = lookup.plain(term.zh, 'zh');
		const refuse = (key: string, what: string, mend: string) => problems.push(problem([index, key], what, mend));

		const text = lookup.sentences.get(sentence)?.text;
		if (text === undefined) refuse('sentence', `there is no sentence ${sentence}`, 'see outline.yaml.');
		else if (!text.includes(quote))
			refuse('quote', `“${quote}” does not stand in ${sentence}`, 'copy it from the text, character for character.');
		if (!quote.includes(name))
			refuse('term', `the quote does not hold “${name}”`, 'quote the term with what explains it.');
		for (const words of lookup.plain(line.zh, 'zh').split(/[…，、：；（）“”]/)) {
			if (!quote.includes(words))
				refuse(
					'line',
					`“${words}” is not in the quote`,
					'a line is the text’s own words, with … where it leaves some out.'
				);
		}
		if (terms.has(name)) refuse('term', `“${name}” is explained twice`, 'take one out.');
		terms.add(name);
		return problems;
	});
}
