import { encode } from 'uqr';
import type { Sheet } from './sheet.ts';

/** Modules of white around the code, as ISO/IEC 18004 asks. */
const quiet = 4;

/**
 * Draws a QR code, black on white with its quiet zone, in whole pixels. Level M mends 15 %: as much as a level more would
 * mend is lost again by smaller modules, once the picture was made half as wide.
 * @param room px; the code is as large as whole pixels allow, at the room's end and top
 * @returns the side it takes, px
 */
export function drawQr(sheet: Sheet, text: string, right: number, top: number, room: number): number {
	const { size, data } = encode(text, { ecc: 'M', border: 0 });
	const module = Math.floor(room / (size + 2 * quiet));
	const side = module * (size + 2 * quiet);
	const left = right - side;
	sheet.fill('#ffffff', left, top, side, side);
	sheet.ctx.fillStyle = '#000000';
	for (const [row, modules] of data.entries()) {
		for (const [column, dark] of modules.entries()) {
			if (dark) sheet.ctx.fillRect(left + (column + quiet) * module, top + (row + quiet) * module, module, module);
		}
	}
	return side;
}
