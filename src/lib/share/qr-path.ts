import { encode } from 'uqr';

/** Light modules around a code, without which phones don't find it (ISO/IEC 18004). */
const quietZone = 4;

/**
 * A QR code as an SVG path to be stroked one unit wide, one unit a module: dark modules only, rows as runs. Filled shapes
 * would be twice as long, and pages carry a code each.
 * @returns its size in units, quiet zone included
 */
export function qrPath(text: string): { size: number; path: string } {
	const { data, size } = encode(text, { ecc: 'M', border: quietZone });
	return { size, path: data.map((row, y) => rowPath(runsOf(row), y)).join('') };
}

function rowPath(runs: readonly Run[], y: number): string {
	let end = 0;
	return runs
		.map(({ x, length }, index) => {
			const move = index === 0 ? `M${x} ${y}.5` : `m${x - end} 0`;
			end = x + length;
			return `${move}h${length}`;
		})
		.join('');
}

interface Run {
	x: number;
	length: number;
}

function runsOf(row: readonly boolean[]): Run[] {
	const runs: Run[] = [];
	for (const [x, dark] of row.entries()) {
		const last = runs.at(-1);
		if (!dark) continue;
		if (last && last.x + last.length === x) last.length++;
		else runs.push({ x, length: 1 });
	}
	return runs;
}
