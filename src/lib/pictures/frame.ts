/** What frames every picture: whose it is and of which plan. */
import { languages } from '../plan/languages/index.ts';
import type { Face } from './face.ts';
import type { Sheet, Style } from './sheet.ts';
import { drawSign } from './sign.ts';

/** Text of the frame: it has the same size on every picture of a shape. Latin letters look smaller than ideographs. */
export function frameStyle({ locale }: Face, size: number, weight: Style['weight'], colour: string): Style {
	const { script, scale } = languages[locale].picture;
	return { size: Math.round(size * scale), weight, colour, script };
}

/** A line of the frame, set smaller where a language needs more room than there is. */
export function fitted(sheet: Sheet, text: string, style: Style, room: number): Style {
	const width = sheet.widthOf(text, style);
	return width > room ? { ...style, size: Math.floor((style.size * room) / width) } : style;
}

/** Sizes of a head, px. */
interface Head {
	margin: number;
	baseline: number;
	sign: number;
	heading: number;
	plan: number;
}

/** The topic's sign and name, and opposite them the plan. */
export function drawHead(sheet: Sheet, face: Face, { margin, baseline, sign, heading, plan }: Head): void {
	const { palette, width } = sheet;
	// The sign's middle is that of the letters.
	if (face.topic !== undefined) drawSign(sheet, face.topic, margin, baseline - heading * 0.36 - sign / 2, sign);
	const x = margin + (face.topic === undefined ? 0 : sign * 1.36);
	const room = width - margin - x;
	const large = fitted(sheet, face.heading, frameStyle(face, heading, 700, palette.ink), room * 0.75);
	const named = sheet.text(face.heading, large, x, baseline);
	const small = fitted(sheet, face.plan, frameStyle(face, plan, 400, palette.ink3), room - named - 24);
	sheet.text(face.plan, small, width - margin, baseline, true);
}
