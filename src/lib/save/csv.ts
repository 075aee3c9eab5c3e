/** A number is written as it is, a text so that no spreadsheet takes it for a formula. */
export type Cell = string | number;

/** A spreadsheet runs a text that begins like this (owasp.org, CSV Injection); in full width too. */
const formula = /^[=+\-@＝＋－＠\t\r\n]/;

/**
 * Rows as a file that Excel opens right in any language: UTF-8 with its mark in front, CRLF, commas (RFC 4180).
 * A text that a spreadsheet would run gets an apostrophe, which says “text” there.
 */
export function csv(rows: readonly (readonly Cell[])[]): string {
	return `\ufeff${rows.map((row) => `${row.map(written).join(',')}\r\n`).join('')}`;
}

function written(cell: Cell): string {
	if (typeof cell === 'number') return String(cell);
	const text = formula.test(cell) ? `'${cell}` : cell;
	return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
