/** The picture that is sent: 1080×1440, with all of the card, its evidence and the way back to it. */
import { Blocks, type Room } from './blocks.ts';
import { drawColumn, type Block } from './column.ts';
import { nameOf, type Face } from './face.ts';
import { drawHead, fitted, frameStyle } from './frame.ts';
import { drawQr } from './qr.ts';
import type { Sheet, Style } from './sheet.ts';

const margin = 84;
const rule = 18;
const foot = 372;
/** From a poster with one number to a card with the longest text. */
const scales = [1.28, 1.2, 1.12, 1.04, 0.98, 0.92, 0.86, 0.8, 0.74, 0.68, 0.62, 0.56, 0.5, 0.45, 0.4];

export function drawCardPicture(sheet: Sheet, face: Face): void {
	const { width, height, palette } = sheet;
	sheet.fill(palette.paper, 0, 0, width, height);
	sheet.fill(palette.hue, 0, 0, width, rule);
	drawHead(sheet, face, { margin, baseline: 112, sign: 50, heading: 36, plan: 28 });
	const room: Room = { x: margin, width: width - 2 * margin };
	const top = 176;
	drawColumn(
		scales,
		top,
		height - foot - 44 - top,
		(scale) => column(new Blocks(sheet, face, room, scale)),
		nameOf(face)
	);
	drawFoot(sheet, face, height - foot);
}

export function column(blocks: Blocks): Block[] | undefined {
	const title = blocks.title();
	return (
		title && [
			...blocks.label(),
			...title,
			...blocks.hero(),
			...blocks.tiles(),
			...blocks.chart(2.5),
			...blocks.body(),
			...blocks.groups(),
			...blocks.entries(),
			...blocks.updates()
		]
	);
}

/** The evidence, like a caption, and the code that leads back. */
function drawFoot(sheet: Sheet, face: Face, top: number): void {
	const { palette, width, height } = sheet;
	sheet.fill(palette.tint, 0, top, width, height - top);
	sheet.fill(palette.hue, 0, top, width, 3);
	const side = drawQr(sheet, face.link, width - margin, top + 44, 252);
	const scan = frameStyle(face, 24, 400, palette.ink2);
	sheet.text(face.scan, scan, width - margin - (side - sheet.widthOf(face.scan, scan)) / 2, top + 44 + side + 36, true);
	drawEvidence(sheet, face, top + 40, width - 2 * margin - side - 44);

	const baseline = height - 40;
	const app = sheet.text(face.app, frameStyle(face, 30, 700, palette.ink), margin, baseline);
	const rest = [face.edition, face.code].filter(Boolean).join(' · ');
	const at = margin + app + 22;
	const style = fitted(sheet, rest, frameStyle(face, 26, 400, palette.ink2), width - margin - at);
	sheet.text(rest, style, at, baseline);
}

function drawEvidence(sheet: Sheet, face: Face, top: number, room: number): void {
	const { palette } = sheet;
	const quote: Style = { size: 30, weight: 400, colour: palette.ink, script: 'chinese', leading: 1.5 };
	const source = { ...frameStyle(face, 24, 400, palette.ink2), leading: 1.45 };
	let y = top;
	if (face.quote !== undefined) {
		const lines = sheet.lines([{ text: face.quote }], quote, room - 26);
		sheet.fill(palette.hue, margin, y + 8, 6, lines.length * 45 - 14);
		y += sheet.paragraph(lines, quote, margin + 26, y) + 10;
	}
	for (const text of face.source) y += sheet.paragraph(sheet.lines([{ text }], source, room), source, margin, y);
}
