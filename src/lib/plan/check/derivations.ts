import type { Lookup } from '../content/lookup.ts';
import type { FigureEntry } from '../content/schema.ts';
import { evaluate, parseFormula } from '../derivation.ts';
import { published, qualifiersOf } from '../as-printed.ts';
import type { Problem } from '../problem.ts';
import { findNumber } from './number-place.ts';

/**
 * Only three derivations are allowed (editorial rule 5), because only these say nothing that the text doesn't:
 * last year's level from this year's and its rise in points; a planned level from a level and its planned growth; how
 * much a target lies above the result it is declared a pair with.
 */
export function checkDerivations(lookup: Lookup): Problem[] {
	return [...lookup.content.figures].flatMap(([id, { value: figure, problem }]) => {
		if (figure.kind !== 'derived') return [];
		const refuse = (what: string, mend = 'show the numbers as published instead.') => [
			problem(['formula'], what, mend)
		];
		const formula = parseFormula(figure.formula);
		if (!formula) {
			return refuse(
				'this derivation is not allowed',
				'only "{a} - {b}" and "{a} * (1 + {b})" over figure ids are: no sums, no percentages.'
			);
		}
		const from = lookup.figure(formula.from);
		const by = lookup.figure(formula.by);
		if (!from || !by) {
			if (lookup.excused(formula.from) || lookup.excused(formula.by)) return [];
			return refuse(`there is no figure “${from ? formula.by : formula.from}”`, 'see figures/.');
		}
		const rounded = [from, by].flatMap(qualifiersOf).find((word) => word === '多' || word === '约');
		if (rounded !== undefined) return refuse(`“${rounded}” makes a number that can’t be calculated with`);
		const allowed =
			formula.kind === 'grown' ? plannedLevel(from, by) : difference(from, by, lookup.paired(formula.from, formula.by));
		if ('refused' in allowed) return refuse(allowed.refused);
		if (typeof from.value !== 'number' || typeof by.value !== 'number')
			return refuse('a composition can’t be calculated with');
		return compare(
			id,
			figure,
			{ ...allowed, value: evaluate(formula, from.value, by.value), unit: from.unit },
			problem
		);
	});
}

/** What an allowed formula makes; or why it is none. */
type Allowed = { period: number; bounded: boolean } | { refused: string };

function plannedLevel(from: FigureEntry, by: FigureEntry): Allowed {
	if (by.unit !== '%' || !qualifiersOf(by).includes('增长'))
		return { refused: 'only growth in % can be applied to a level' };
	// Reported growth (GDP +2.8%) is at constant prices: it leads to no level. A planned growth of a reported level does.
	if (by.kind !== 'target' || from.kind !== 'result') {
		return { refused: 'only a planned growth of a reported level may be worked out, never growth at constant prices' };
	}
	if (!sameNoun(from.quote, nounEnd(from), by.quote, nounEnd(by)))
		return { refused: 'the growth is planned for something else than this level' };
	return { period: Number(by.period), bounded: [from, by].some(isFloor) };
}

function difference(from: FigureEntry, by: FigureEntry, paired: boolean): Allowed {
	if (isRiseOf(by, from)) return { period: Number(from.period) - 1, bounded: isFloor(from) };
	if (!paired || from.kind !== 'target' || by.kind !== 'result') {
		return {
			refused:
				'only a target less the result it is a declared pair with, or a level less its own rise in points, may be worked out'
		};
	}
	if (from.unit !== by.unit) return { refused: `${from.unit} and ${by.unit} can’t be subtracted` };
	if (isFloor(by)) return { refused: 'the result is “以上”: how much lies between is not known' };
	if (from.value <= by.value)
		return { refused: 'a target that is a floor below last year’s result is no planned fall' };
	return { period: Number(from.period), bounded: isFloor(from) };
}

function compare(
	id: string,
	figure: FigureEntry,
	made: { value: number; unit: string; period: number; bounded: boolean },
	problem: (path: readonly string[], what: string, mend: string) => Problem
): Problem[] {
	const problems: Problem[] = [];
	const require = (key: 'value' | 'unit' | 'period', is: string, must: string) => {
		if (is !== must) problems.push(problem([key], `the formula gives ${must}, not ${is}`, `write ${key}: ${must}.`));
	};
	require('value', published(figure.value), published(made.value));
	require('unit', figure.unit, made.unit);
	require('period', figure.period, String(made.period));
	const wanted = made.bounded ? '以上' : '';
	if ((figure.qualifier ?? '') !== wanted) {
		const mend = made.bounded ? 'write qualifier: 以上.' : 'take qualifier out.';
		problems.push(
			problem(['qualifier'], `${id} is “以上” exactly when what it is worked out from is, and nothing else`, mend)
		);
	}
	return problems;
}

/** 25.7‰ and “较上年提高2.3个千分点”: a level and its own rise, in the points of its unit and from the same sentence. */
function isRiseOf(rise: FigureEntry, level: FigureEntry): boolean {
	const points = { '‰': '个千分点', '%': '个百分点' }[level.unit];
	return (
		rise.unit === points &&
		qualifiersOf(rise).includes('提高') &&
		'sentence' in rise &&
		'sentence' in level &&
		rise.sentence === level.sentence
	);
}

function isFloor(figure: FigureEntry): boolean {
	return qualifiersOf(figure).includes('以上');
}

/** Where the words before the number end: 跨境网络零售出口|474亿元, 跨境网络零售出口|增长20%以上. */
function nounEnd(figure: Extract<FigureEntry, { quote: string }>): number {
	const place = findNumber(figure, figure.quote, [figure.unit]);
	if ('missing' in place) return 0;
	return place.start - (figure.quote.slice(0, place.start).endsWith('增长') ? '增长'.length : 0);
}

/** Four characters in common are a noun in Chinese; the texts name one thing by one noun. */
function sameNoun(a: string, aEnd: number, b: string, bEnd: number): boolean {
	const noun = a.slice(Math.max(0, aEnd - 4), aEnd);
	return noun.length === 4 && b.slice(0, bEnd).endsWith(noun);
}
