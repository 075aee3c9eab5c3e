/** The picture beside a link: 1200×630, read at the size of a stamp, so it says little and says it large. */
import { Blocks, type Room } from './blocks.ts';
import { drawColumn, type Block } from './column.ts';
import { nameOf, type Face } from './face.ts';
import { drawHead, fitted, frameStyle } from './frame.ts';
import type { Sheet } from './sheet.ts';

const margin = 64;
const rule = 14;
const scales = [1.1, 1.02, 0.94, 0.86, 0.8, 0.74, 0.68, 0.62, 0.56, 0.5, 0.45, 0.4, 0.36];

export function drawPreviewPicture(sheet: Sheet, face: Face): void {
	const { width, height, palette } = sheet;
	sheet.fill(palette.paper, 0, 0, width, height);
	sheet.fill(palette.hue, 0, 0, width, rule);
	drawHead(sheet, face, { margin, baseline: 88, sign: 42, heading: 31, plan: 26 });
	const whole: Room = { x: margin, width: width - 2 * margin };
	const [top, bottom] = [136, height - 84];
	const half = (whole.width - 56) / 2;
	const beside = face.chart || (face.hero && (face.body.length > 0 || face.groups.length > 0));
	const left = beside ? { ...whole, width: face.chart ? half : half + 60 } : whole;
	drawColumn(scales, top, bottom - top, (scale) => lead(new Blocks(sheet, face, left, scale), !beside), nameOf(face));
	if (beside) {
		const x = left.x + left.width + 56;
		const right = { x, width: width - margin - x };
		sheet.fill(palette.line, x - 29, top + 10, 2, bottom - top - 30);
		drawColumn(
			scales,
			top + 4,
			bottom - top - 4,
			(scale) => rest(new Blocks(sheet, face, right, scale), face),
			nameOf(face)
		);
	}
	drawFoot(sheet, face);
}

function lead(blocks: Blocks, all: boolean): Block[] | undefined {
	const title = blocks.title();
	return (
		title && [
			...blocks.label(),
			...title,
			...blocks.hero(),
			...blocks.tiles(),
			...(all ? [...blocks.body(), ...blocks.groups(), ...blocks.entries(3)] : [])
		]
	);
}

/** Where there is a chart it says what the sentence says. */
function rest(blocks: Blocks, { chart }: Face): Block[] {
	return chart ? blocks.chart(1.9) : [...blocks.body(), ...blocks.groups()];
}

function drawFoot(sheet: Sheet, face: Face): void {
	const { palette, width, height } = sheet;
	sheet.fill(palette.tint, 0, height - 68, width, 68);
	const baseline = height - 24;
	const app = sheet.text(face.app, frameStyle(face, 28, 700, palette.ink), margin, baseline);
	const rest = [face.edition, face.code].filter(Boolean).join(' · ');
	const room = width - 2 * margin - app - 24;
	const style = fitted(sheet, rest, frameStyle(face, 24, 400, palette.ink2), room);
	sheet.text(rest, style, width - margin, baseline, true);
}
