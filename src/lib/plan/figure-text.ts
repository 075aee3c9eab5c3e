import type { FigureEntry } from './content/schema.ts';
import type { Content } from './content/schema.ts';
import { decimal, reaches, spelled, tenths, times } from './decimal.ts';
import type { Locale } from './locale.ts';

/** How a unit converts and reads in the languages of translations; see `units.yaml`. */
export type Unit = Content<'units'>[string];

/**
 * A number as it is set on a card. `number` is the hero; what stands around it is smaller but never dropped:
 * zh 「增长」2.8「%」, 400多「家」, 1500「列」以上; en “at least” 1,500 “trains”.
 */
export interface Shown {
	before: string;
	number: string;
	unit: string;
	after: string;
}

/** The number as the source prints it: 4704, 26.6, 3.3∶38.6∶58.1. Official figures are never re-rounded. */
export function published(value: FigureEntry['value']): string {
	return Array.isArray(value) ? value.map(String).join('∶') : String(value);
}

/** The figure’s digits as the source prints them; `reads` keeps a zero that the value can’t: 2.0. */
export function printed(figure: FigureEntry): string {
	return figure.reads !== undefined && readsAsDigits(figure) ? figure.reads : published(figure.value);
}

/** Whether `reads` spells the same value in digits, rather than in words. */
export function readsAsDigits({ reads, value }: FigureEntry): boolean {
	return reads !== undefined && /^\d+(\.\d+)?$/.test(reads) && Number(reads) === value;
}

export function shown(figure: FigureEntry, unit: Unit, locale: Locale): Shown {
	return locale === 'zh' ? shownChinese(figure) : shownEnglish(figure, unit);
}

/** The whole phrase in running text: 增长2.8%, 1500列以上, at least 1,500 trains. */
export function phrase(figure: FigureEntry, unit: Unit, locale: Locale): string {
	const { before, number, unit: noun, after } = shown(figure, unit, locale);
	if (locale === 'zh') return `${before}${number}${noun}${after}`;
	const glued = /^[%‰]/.test(noun);
	return [before, glued ? number + noun : number, glued ? '' : noun, after].filter(Boolean).join(' ');
}

export function qualifiersOf(figure: FigureEntry): string[] {
	return figure.qualifier?.split('…') ?? [];
}

/** The number in English: the Chinese multiplier is converted exactly, never rounded; 4704 亿 → “470.4 billion”. */
export function englishNumber(value: FigureEntry['value'], scale: number): string {
	if (Array.isArray(value)) return value.join(' : ');
	const number = times(decimal(value), scale);
	if (reaches(number, 9)) return `${spelled(tenths(number, 9))} billion`;
	if (reaches(number, 6)) return `${spelled(tenths(number, 6))} million`;
	return spelled(number);
}

function shownChinese(figure: FigureEntry): Shown {
	const qualifiers = qualifiersOf(figure);
	const before = qualifiers.filter((word) => ['增长', '提高', '减少', '约', '连续'].includes(word)).join('');
	const after = qualifiers.includes('以上') ? '以上' : '';
	if (figure.reads !== undefined && !readsAsDigits(figure)) return { before, number: figure.reads, unit: '', after };
	return {
		before,
		number: printed(figure) + (qualifiers.includes('多') ? '多' : ''),
		unit: figure.unit === '∶' ? '' : figure.unit,
		after
	};
}

function shownEnglish(figure: FigureEntry, unit: Unit): Shown {
	if (figure.shownEn !== undefined) return { before: '', number: figure.shownEn, unit: '', after: '' };
	const qualifiers = qualifiersOf(figure);
	return {
		before: englishBefore.flatMap(([word, en]) => (qualifiers.includes(word) ? [en] : [])).join(' '),
		number: readsAsDigits(figure) ? printed(figure) : englishNumber(figure.value, unit.scale),
		unit: figure.unitEn ?? unit.en,
		after: qualifiers.includes('连续') ? 'in a row' : ''
	};
}

/** In the order English says them: up at least 20%. */
const englishBefore = [
	['增长', 'up'],
	['提高', 'up'],
	['减少', 'down'],
	['约', 'about'],
	['多', 'more than'],
	['以上', 'at least']
] as const;
