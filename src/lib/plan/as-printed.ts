/** A figure as the source prints it: its digits and what it says beside them. */
import type { FigureEntry } from './content/schema.ts';

/** Words that stand directly before a number and belong to it. */
export const prefixes = ['增长', '提高', '减少', '约', '连续'] as const;
/** Words that stand after a number and bound it. */
export const bounds = ['多', '以上'] as const;

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

export function qualifiersOf(figure: FigureEntry): string[] {
	return figure.qualifier?.split('…') ?? [];
}
