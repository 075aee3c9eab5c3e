import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csv, type Cell } from '../../../src/lib/save/csv.ts';

/** Reads a table back as RFC 4180 has it. */
function read(text: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
		row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
		if (end === ',') continue;
		rows.push(row);
		row = [];
	}
	return rows;
}

describe('a table', () => {
	test('begins with the mark by which Excel knows UTF-8, and ends its lines as Excel does', () => {
		expect(
			csv([
				['指标', '数字'],
				['新增就业', 26.6]
			])
		).toBe('\ufeff指标,数字\r\n新增就业,26.6\r\n');
	});

	test.each(['=1+1', '+86', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '－1'])(
		'has nothing run that begins like %j',
		(text) => {
			const [[cell = '', number = '']] = read(csv([[text, -1]]).slice(1)) as [string[]];
			expect(cell).toBe(`'${text}`);
			// A number is a number, also below zero.
			expect(number).toBe('-1');
		}
	);

	test('gives back whatever was written', () => {
		const text = fc.string({ unit: 'grapheme' }).filter((text) => !/^[=+\-@＝＋－＠\t\r\n]/.test(text));
		const cell: fc.Arbitrary<Cell> = fc.oneof(text, fc.integer());
		fc.assert(
			fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1 }), (rows) => {
				expect(read(csv(rows).slice(1))).toEqual(rows.map((row) => row.map(String)));
			})
		);
	}, 60_000);
});
