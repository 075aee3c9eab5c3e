import type { Lookup } from '../content/lookup.ts';
import type { CardEntry, FigureEntry } from '../content/schema.ts';
import { chartFigures } from '../content/named.ts';
import { qualifiersOf } from '../as-printed.ts';
import type { Problem } from '../problem.ts';

/** A chart puts only such figures beside each other as are declared comparable, in one unit. */
export function checkComparisons(lookup: Lookup): Problem[] {
	const { comparisons, cards } = lookup.content;
	const declared = Object.entries(comparisons.value).flatMap(([id, { kind, figures: ids }]) => {
		const problem = (what: string, mend: string) => comparisons.problem([id, 'figures'], what, mend);
		const unknown = ids.filter((figure) => !lookup.figure(figure) && !lookup.excused(figure));
		if (unknown.length > 0) return [problem(`there is no figure “${unknown.join('”, “')}”`, 'see figures/.')];
		const figures = ids.flatMap((figure) => lookup.figure(figure) ?? []);
		if (figures.some(({ kind: type }) => type === 'composition'))
			return [problem('a composition has several numbers of its own', 'show it as a doughnut: chart.figure.')];
		const units = distinct(figures, ({ unit }) => unit);
		if (units.length > 1) return [problem(`${units.join(' and ')} do not go on one axis`, 'use tiles, or two cards.')];
		const directions = distinct(figures, directionOf);
		if (directions.length > 1)
			return [problem(`${directions.join(' and ')} do not go on one axis`, 'use tiles, or two cards.')];
		const periods = distinct(figures, ({ period, kind: type }) => `${period} ${type}`);
		if (kind === 'pair' && periods.length < figures.length) {
			return [
				problem(
					'a pair shows one indicator over time, but two of these are of the same period and kind',
					'make it a set.'
				)
			];
		}
		if (kind === 'set' && distinct(figures, ({ period }) => period).length > 1) {
			return [
				problem(
					'a set shows one period, but these are of different ones',
					'make it a pair if it is one indicator over time.'
				)
			];
		}
		return [];
	});
	return [
		...declared,
		...cards.flatMap(({ value, problem }) =>
			checkChart(lookup, value).map(([what, mend]) => problem(['chart'], what, mend))
		)
	];
}

function checkChart(lookup: Lookup, card: CardEntry): (readonly [what: string, mend: string])[] {
	const { chart } = card;
	if (!chart) return [];
	if (chartFigures(lookup, card).some((id) => lookup.excused(id))) return [];
	const figures = chartFigures(lookup, card).flatMap((id) => lookup.figure(id) ?? []);
	if (chart.type === 'doughnut') {
		return figures[0]?.kind === 'composition' ? [] : [['a doughnut shows a composition', 'name one as chart.figure.']];
	}
	if (chart.figure !== undefined || chart.comparison === undefined) {
		return [['a bar chart of one number is no chart', 'name a comparison; one number alone is the hero.']];
	}
	if (figures.length === 0)
		return [[`there is no comparison “${chart.comparison}”`, 'declare it in comparisons.yaml.']];
	if (chart.type === 'rates' && figures.some(({ unit }) => unit !== '%'))
		return [['rates are in %', 'use a bar chart.']];
	if (chart.type === 'bar' && figures.some(({ kind }) => kind === 'rank'))
		return [['a rank has no length', 'show ranks as tiles.']];
	return [];
}

/** A change and a level, or a rise and a fall, would be drawn alike. */
function directionOf(figure: FigureEntry): string {
	return qualifiersOf(figure).find((word) => ['增长', '提高', '减少'].includes(word)) ?? 'a level';
}

function distinct(figures: readonly FigureEntry[], of: (figure: FigureEntry) => string): string[] {
	return [...new Set(figures.map(of))];
}
