import { readFileSync } from 'node:fs';

/** The characters that a TrueType font has a glyph for (its cmap table, format 12 or 4). */
export function charactersOf(path: string): Set<number> {
	const font = readFileSync(path);
	const tables = font.readUInt16BE(4);
	for (let table = 0; table < tables; table++) {
		const entry = 12 + table * 16;
		if (font.toString('latin1', entry, entry + 4) === 'cmap')
			return charactersIn(font.subarray(font.readUInt32BE(entry + 8)));
	}
	throw new Error(`${path} has no cmap.`);
}

function charactersIn(cmap: Buffer): Set<number> {
	const found = new Set<number>();
	for (let record = 0; record < cmap.readUInt16BE(2); record++) {
		const subtable = cmap.subarray(cmap.readUInt32BE(4 + record * 8 + 4));
		const format = subtable.readUInt16BE(0);
		if (format === 12) groups(subtable, found);
		else if (format === 4) segments(subtable, found);
	}
	return found;
}

function groups(table: Buffer, found: Set<number>): void {
	for (let group = 0; group < table.readUInt32BE(12); group++) {
		const at = 16 + group * 12;
		for (let code = table.readUInt32BE(at); code <= table.readUInt32BE(at + 4); code++) found.add(code);
	}
}

function segments(table: Buffer, found: Set<number>): void {
	const length = table.readUInt16BE(6);
	for (let at = 0; at < length; at += 2) {
		const [end, start] = [table.readUInt16BE(14 + at), table.readUInt16BE(16 + length + at)];
		for (let code = start; code <= end && code !== 0xffff; code++) found.add(code);
	}
}
