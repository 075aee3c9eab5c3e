/** A chart as a picture for a report or a post: with what it shows, where it is from, and the way back, drawn in. */
import type { ChartType } from '$lib/plan/plan';
import { chartOn } from './chart.ts';
import { readColours, type Colours } from './colours.ts';
import { needsTwoLines, type Row } from './rows.ts';
import { wrapText } from './wrap-text.ts';

export interface ChartPicture {
	type: ChartType;
	rows: Row[];
	title: string;
	caption: string;
	/** Who says so, and since when. */
	source: string;
	/** Where it can be checked, as it is typed. */
	address: string;
}

/** CSS pixels; three of the picture's for each. */
const width = 600;
const margin = 32;
const pixelRatio = 3;
const room = width - 2 * margin;

/**
 * Draws it in the colours and the font of a place on the page.
 * @returns a PNG 1800 pixels wide
 */
export async function chartPicture(place: HTMLElement, picture: ChartPicture): Promise<Blob> {
	const colours = readColours(place);
	const column = new Column(colours);
	column.text(picture.title, { size: 24, weight: 700, colour: colours.ink });
	column.text(picture.caption, { size: 14, weight: 400, colour: colours.quiet });
	column.space(10);
	const drawn = drawChart(picture, colours);
	column.picture(drawn);
	column.space(14);
	column.text(picture.source, { size: 13, weight: 400, colour: colours.quiet });
	column.text(picture.address, { size: 13, weight: 600, colour: colours.ink });
	const canvas = column.draw();
	return new Promise((resolve, reject) =>
		canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the canvas gave no picture'))), 'image/png')
	);
}

function drawChart({ type, rows }: ChartPicture, colours: Colours): { canvas: HTMLCanvasElement; height: number } {
	const canvas = document.createElement('canvas');
	const height = type === 'doughnut' ? 190 : rows.length * (rows.some(needsTwoLines) ? 66 : 50);
	canvas.width = room;
	canvas.height = height;
	const font = { ...colours.font, size: 15 };
	const tile = () => document.createElement('canvas');
	chartOn({ canvas, colours: { ...colours, font }, tile, fixed: { pixelRatio } }, type, rows);
	return { canvas, height };
}

interface Style {
	size: number;
	weight: number;
	colour: string;
}

type Block = { height: number; draw: (ctx: CanvasRenderingContext2D, top: number) => void };

/** One thing under the other: measured first, so that the picture is as tall as what it shows. */
class Column {
	readonly #blocks: Block[] = [];
	readonly #colours: Colours;
	readonly #ctx = contextOf(document.createElement('canvas'));

	constructor(colours: Colours) {
		this.#colours = colours;
	}

	text(text: string, { size, weight, colour }: Style): void {
		const font = `${weight} ${size}px ${this.#colours.font.family}`;
		this.#ctx.font = font;
		const lines = wrapText(text, room, (part) => this.#ctx.measureText(part).width);
		const line = size * 1.5;
		this.#blocks.push({
			height: lines.length * line,
			draw: (ctx, top) => {
				ctx.font = font;
				ctx.fillStyle = colour;
				for (const [index, text] of lines.entries()) ctx.fillText(text, margin, top + index * line + size * 1.1);
			}
		});
	}

	picture({ canvas, height }: { canvas: HTMLCanvasElement; height: number }): void {
		this.#blocks.push({ height, draw: (ctx, top) => ctx.drawImage(canvas, margin, top, room, height) });
	}

	space(height: number): void {
		this.#blocks.push({ height, draw: () => undefined });
	}

	draw(): HTMLCanvasElement {
		const rule = 6;
		const height = this.#blocks.reduce((sum, block) => sum + block.height, rule + 2 * (margin - 8));
		const canvas = document.createElement('canvas');
		canvas.width = width * pixelRatio;
		canvas.height = Math.ceil(height * pixelRatio);
		const ctx = contextOf(canvas);
		ctx.scale(pixelRatio, pixelRatio);
		ctx.fillStyle = this.#colours.surface;
		ctx.fillRect(0, 0, width, height);
		ctx.fillStyle = this.#colours.hue;
		ctx.fillRect(0, 0, width, rule);
		let top = rule + margin - 8;
		for (const block of this.#blocks) {
			block.draw(ctx, top);
			top += block.height;
		}
		return canvas;
	}
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
	const ctx = canvas.getContext('2d');
	if (!ctx) throw new Error('no canvas can be drawn on here');
	return ctx;
}
