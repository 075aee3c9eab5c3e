import { numberInWords } from '../chinese-number.ts';
import type { FigureEntry } from '../content/schema.ts';
import { printed, published, readsAsDigits } from '../as-printed.ts';

/** Where a figure’s number stands in its quote, unit included; `many` when 多 stands between number and unit. */
export interface Place {
	start: number;
	end: number;
	many: boolean;
}
export interface Missing {
	missing: string;
	mend: string;
}

/** Finds the number with its unit in the words that are its evidence. `units` are all known ones: 2.3个千分点 is not 2.3个. */
export function findNumber(figure: FigureEntry, quote: string, units: readonly string[]): Place | Missing {
	return figure.reads === undefined || readsAsDigits(figure)
		? findDigits(figure, quote, units)
		: findWords(figure, figure.reads, quote);
}

function findWords({ value }: FigureEntry, reads: string, quote: string): Place | Missing {
	const start = quote.indexOf(reads);
	if (reads === '' || start === -1)
		return { missing: `“${reads}” is not in the quote`, mend: 'copy the words that hold the number.' };
	if (quote.includes(reads, start + 1))
		return { missing: `“${reads}” stands twice in the quote`, mend: 'quote fewer words, or make reads longer.' };
	if (/\d/.test(reads) || numberInWords(reads) !== value) {
		return {
			missing: `“${reads}” does not say ${published(value)}`,
			mend: 'correct value or reads; reads holds a number written in words.'
		};
	}
	return { start, end: start + reads.length, many: false };
}

function findDigits(figure: FigureEntry, quote: string, units: readonly string[]): Place | Missing {
	const number = printed(figure);
	const unit = figure.unit === '∶' ? '' : figure.unit;
	// Not inside a longer number (1,426), a ratio (3.3∶38.6) or a name (G330, 8+N).
	const alone = new RegExp(
		`(?<![\\dA-Za-z.∶+]|\\d,)${number.replaceAll('.', '\\.')}(?![\\dA-Za-z∶+]|\\.\\d|,\\d{3})`,
		'g'
	);
	const found = [...quote.matchAll(alone)];
	if (found.length === 0) {
		return {
			missing: `the number ${number} is not in the quote`,
			mend: 'quote the words that hold it; a number we work out is of kind derived, with its formula.'
		};
	}
	const places = found.flatMap((match): Place[] => {
		const end = match.index + number.length;
		const many = quote.startsWith('多', end);
		return unitAt(quote.slice(end + (many ? 1 : 0)), units, unit) === unit
			? [{ start: match.index, end: end + (many ? 1 : 0) + unit.length, many }]
			: [];
	});
	const [place, second] = places;
	if (!place)
		return {
			missing: `the quote does not give ${number} in “${unit}”`,
			mend: 'use the unit that stands after the number.'
		};
	if (second)
		return {
			missing: `${number}${unit} stands twice in the quote`,
			mend: 'quote fewer words, so that it is clear which one is meant.'
		};
	return place;
}

/** The unit that a text starts with: the longest one known, or the one looked for. */
function unitAt(text: string, units: readonly string[], wanted: string): string | undefined {
	return [wanted, ...units].filter((unit) => text.startsWith(unit)).sort((a, b) => b.length - a.length)[0];
}
