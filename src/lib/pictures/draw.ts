import { shapes, type Shape } from '../share/picture-address.ts';
import { drawCardPicture } from './card-picture.ts';
import type { Face } from './face.ts';
import type { Palette } from './palette.ts';
import { palettePng } from './palette-png.ts';
import { drawPreviewPicture } from './preview-picture.ts';
import { Sheet } from './sheet.ts';

/** Draws a face in a shape; the sheet knows its pixels and every text on it. */
export function draw(face: Face, shape: Shape, palette: Palette): Sheet {
	const { width, height } = shapes[shape];
	const sheet = new Sheet(width, height, palette);
	if (shape === 'card') drawCardPicture(sheet, face);
	else drawPreviewPicture(sheet, face);
	return sheet;
}

/** The picture's file: a JPEG for previews, a PNG of few colours for what is read from a phone held up to another. */
export function encode({ canvas, ctx, width, height }: Sheet, shape: Shape): Buffer {
	if (shape === 'preview') return canvas.encodeSync('jpeg', 84);
	return palettePng(ctx.getImageData(0, 0, width, height).data, width, height);
}
