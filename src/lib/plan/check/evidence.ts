import type { Lookup, Sentence } from '../content/lookup.ts';
import type { Located } from '../content/read.ts';
import type { FigureEntry } from '../content/schema.ts';
import type { Problem } from '../problem.ts';
import { findNumber, type Place } from './number-place.ts';
import { checkQualifiers, checkStrength } from './qualifiers.ts';

/**
 * Every figure has evidence: the quote stands in its sentence, and holds the number with its unit, its qualifier and the
 * firmness of the promise. Words that the source puts beside the number and the figure leaves out are problems too:
 * 1500列以上 is never 1500列.
 */
export function checkEvidence(lookup: Lookup): Problem[] {
	return [...lookup.content.figures.values()].flatMap(({ value: figure, problem }) => {
		const problems: Problem[] = [];
		if (!known(lookup, figure)) {
			problems.push(problem(['unit'], `the unit “${figure.unit}” is unknown`, 'declare it in units.yaml.'));
		}
		if (figure.kind === 'composition' && figure.parts.length !== figure.value.length) {
			problems.push(
				problem(
					['parts'],
					`${figure.value.length} values have ${figure.parts.length} parts`,
					'name each part once, in the order of the values.'
				)
			);
		}
		switch (figure.kind) {
			case 'derived':
				return problems;
			case 'outcome':
				return [...problems, ...checkFact(lookup, { value: figure, problem })];
			default:
				return [...problems, ...checkQuote(lookup, { value: figure, problem })];
		}
	});
}

/** An unknown unit is one problem; that the quote doesn’t hold it is the same one. */
function known(lookup: Lookup, { unit }: FigureEntry): boolean {
	return Object.hasOwn(lookup.content.units.value, unit);
}

type Quoted = Extract<FigureEntry, { quote: string }>;
type Outcome = Extract<FigureEntry, { kind: 'outcome' }>;

function checkQuote(lookup: Lookup, { value: figure, problem }: Located<Quoted>): Problem[] {
	const sentence = lookup.sentences.get(figure.sentence);
	if (!sentence)
		return [problem(['sentence'], `there is no sentence ${figure.sentence}`, 'see outline.yaml for the ids.')];
	const at = sentence.text.indexOf(figure.quote);
	if (at === -1) {
		return [
			problem(
				['quote'],
				`the quote does not stand in ${figure.sentence}`,
				whereItStands(lookup, figure.quote, sentence)
			)
		];
	}
	if (sentence.text.includes(figure.quote, at + 1)) {
		return [problem(['quote'], `the quote stands more than once in ${figure.sentence}`, 'make it longer.')];
	}
	const place = findNumber(figure, figure.quote, Object.keys(lookup.content.units.value));
	if ('missing' in place) return known(lookup, figure) ? [problem(['quote'], place.missing, place.mend)] : [];
	const name = nameAt(lookup, figure.quote, place);
	if (name !== undefined)
		return [problem(['value'], `this is no number but part of the name ${name}`, `write {${name}} in texts.`)];
	const before = sentence.text.slice(0, at + place.start);
	const after = sentence.text.slice(at + place.end);
	const ordinal = figure.kind === 'rank' ? ordinalIn((figure.reads ?? '') + after) : undefined;
	if (ordinal !== undefined)
		return [problem(['kind'], `“${ordinal}” counts, it ranks nothing`, 'take the figure out and use words.')];
	return [
		...checkQualifiers(figure, { before, after, quoteAfter: figure.quote.slice(place.end), many: place.many }),
		...checkStrength(figure, before)
	].map(([key, what, mend]) => problem([key], what, mend));
}

function checkFact(lookup: Lookup, { value: figure, problem }: Located<Outcome>): Problem[] {
	const citation = lookup.citation(figure.citation);
	if (!citation)
		return [problem(['citation'], `there is no citation “${figure.citation}”`, 'declare it in plan.yaml.')];
	const fact = lookup.facts(figure.citation).find((known) => known.includes(figure.fact));
	if (fact === undefined) {
		return [
			problem(['fact'], `these words are not among the facts of ${figure.citation}`, 'copy them from facts.yaml.')
		];
	}
	if (figure.period !== citation.period) {
		return [
			problem(['period'], `the source reports ${citation.period}, not ${figure.period}`, `write ${citation.period}.`)
		];
	}
	const place = findNumber(figure, figure.fact, Object.keys(lookup.content.units.value));
	if ('missing' in place) return known(lookup, figure) ? [problem(['fact'], place.missing, place.mend)] : [];
	const at = fact.indexOf(figure.fact);
	return checkQualifiers(figure, {
		before: fact.slice(0, at + place.start),
		after: fact.slice(at + place.end),
		quoteAfter: figure.fact.slice(place.end),
		many: place.many
	}).map(([key, what, mend]) => problem([key], what, mend));
}

/** A quote from another sentence is a wrong id, not a wrong quote: say so. */
function whereItStands({ sentences }: Lookup, quote: string, wanted: Sentence): string {
	const other = [...sentences.values()].find(({ text }) => text.includes(quote));
	return other ? `it stands in ${other.id}: write sentence: ${other.id}.` : `copy it from: ${wanted.text}`;
}

/** The name (G330, 1688, “最多80天”) that holds the number at this place, if one does. */
function nameAt(lookup: Lookup, quote: string, { start, end }: Place): string | undefined {
	return lookup.content.names.value.find(({ zh }) => {
		for (let at = quote.indexOf(zh); at !== -1; at = quote.indexOf(zh, at + 1)) {
			if (at <= start && end <= at + zh.length) return true;
		}
		return false;
	})?.zh;
}

/** 第二座, 第二个, 首批 and 第二轮 say which one it is, not how good. */
function ordinalIn(words: string): string | undefined {
	return /^(?:首|第[一二三四五六七八九十]+)[座个批轮次期届]/.exec(words)?.[0];
}
