/** The page's own chart, drawn by the same Chart.js adapter on a canvas of the build's. */
import { chartOn } from '../chart/chart.ts';
import { languages } from '../plan/languages/index.ts';
import { createCanvas, families } from './canvas.ts';
import type { Face } from './face.ts';
import type { Sheet } from './sheet.ts';

export interface DrawnChart {
	height: number;
	draw: (x: number, top: number) => void;
}

/** Height of a row on the page, in its px: a line of text or two, and a bar. */
const row = { short: 46, long: 66 };
const ring = 168;

/**
 * @param width px on the picture
 * @param pixelRatio how much larger than on a page
 */
export function chartBlock(sheet: Sheet, face: Face, width: number, pixelRatio: number): DrawnChart | undefined {
	if (!face.chart) return undefined;
	const { type, rows, long } = face.chart;
	const height = type === 'doughnut' ? ring : rows.length * (long ? row.long : row.short);
	const draw = (x: number, top: number) => {
		const canvas = createCanvas(Math.round(width / pixelRatio), height);
		// Chart.js knows canvases by what they can do; to the compiler only the browser's is one.
		const asPage = (canvas: unknown) => canvas as HTMLCanvasElement;
		const ctx = canvas.getContext('2d');
		const fillText = ctx.fillText.bind(ctx);
		ctx.fillText = (text, left, baseline) => {
			const size = 14 * pixelRatio;
			const room = ctx.measureText(text).width * pixelRatio;
			sheet.drawn.push({
				text,
				x: x + left * pixelRatio - (ctx.textAlign === 'right' ? room : 0),
				y: top + baseline * pixelRatio,
				width: room,
				size
			});
			fillText(text, left, baseline);
		};
		const { hue, middle, ink, ink2, paper } = sheet.palette;
		const family = families[languages[face.locale].picture.script];
		const colours = { hue, middle, ink, quiet: ink2, surface: paper, font: { size: 14, family } };
		chartOn(
			{ canvas: asPage(canvas), colours, tile: () => asPage(createCanvas(1, 1)), fixed: { pixelRatio } },
			type,
			rows
		);
		sheet.ctx.drawImage(canvas, Math.round(x), Math.round(top));
	};
	return { height: height * pixelRatio, draw };
}
