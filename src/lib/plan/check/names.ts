import type { Lookup } from '../content/lookup.ts';
import { translations } from '../content/translation.ts';
import { languageName } from '../language-name.ts';
import type { Problem } from '../problem.ts';

/** Years and names with digits are as the text spells them, mean one thing each, and hide no figure. */
export function checkNames(lookup: Lookup): Problem[] {
	const { source, plan, names, units, figures } = lookup.content;
	const problems: Problem[] = [];
	for (const [year, { quote }] of Object.entries(plan.value.years)) {
		if (!source.includes(quote) || !quote.includes(year)) {
			problems.push(
				plan.problem(['years', year], `the quote for ${year} is not in the text`, 'copy words that hold the year.')
			);
		}
	}
	const seen = new Set(Object.keys(plan.value.years));
	for (const [index, { quote, ...words }] of names.value.entries()) {
		const { zh } = words;
		const problem = (what: string, mend: string) => names.problem([index], what, mend);
		if (!source.includes(quote) || !quote.includes(zh)) {
			problems.push(problem(`the name ${zh} is not in the text as quoted`, 'copy words that hold it.'));
		}
		for (const locale of translations) {
			if (digitsOf(zh) === digitsOf(words[locale])) continue;
			problems.push(
				names.problem(
					[index, locale],
					`the name ${zh} has other digits in ${languageName(locale)}: ${words[locale]}`,
					'keep the digits as the text has them.'
				)
			);
		}
		if (isFigure(zh, Object.keys(units.value))) {
			problems.push(problem(`${zh} is a number with its unit, not a name`, 'make it a figure.'));
		}
		if (seen.has(zh)) problems.push(problem(`{${zh}} means two things`, 'take one out.'));
		seen.add(zh);
	}
	for (const [id, { problem }] of figures) {
		if (seen.has(id))
			problems.push(problem([], `{${id}} is a figure and a year or name too`, 'give the figure another id.'));
	}
	for (const [unit, words] of Object.entries(units.value)) {
		for (const locale of translations) {
			if (!/[0-9０-９]/.test(words[locale])) continue;
			problems.push(
				units.problem(
					[unit, locale],
					`the unit ${unit} has a digit in ${languageName(locale)}: ${words[locale]}`,
					'write it in words, or make it the scale.'
				)
			);
		}
	}
	return problems;
}

function digitsOf(words: string): string {
	return (words.normalize('NFKC').match(/\d+/g) ?? []).join(' ');
}

function isFigure(name: string, units: readonly string[]): boolean {
	const [, unit] = /^\d+(?:\.\d+)?多?(\D+?)(?:以上)?$/.exec(name) ?? [];
	return unit !== undefined && units.includes(unit);
}
