/** One picture under work: a canvas that knows how text is set, and remembers which text was drawn. */
import type { SKRSContext2D } from '@napi-rs/canvas';
import { createCanvas, families, type Weight } from './canvas.ts';
import type { Run } from './face.ts';
import { breakLines, breakPhrases, type Line, type Measure } from './line-breaking.ts';
import type { Palette } from './palette.ts';

export interface Style {
	size: number;
	weight: Weight;
	/** A colour of the palette, or any. */
	colour: string;
	/** Weight of strong runs. */
	strong?: Weight;
	/** Times the size; 1.5 without. */
	leading?: number;
	script: keyof typeof families;
}

/** Font at 100 px → text → px. */
const widths = new Map<string, Map<string, number>>();

export class Sheet {
	readonly ctx: SKRSContext2D;
	readonly canvas;
	readonly width: number;
	readonly height: number;
	readonly palette: Palette;
	/** Every text that was drawn, a line at a time, with the place it takes. */
	readonly drawn: { text: string; x: number; y: number; width: number; size: number }[] = [];

	constructor(width: number, height: number, palette: Palette) {
		this.canvas = createCanvas(width, height);
		this.ctx = this.canvas.getContext('2d');
		this.width = width;
		this.height = height;
		this.palette = palette;
	}

	fill(colour: string, x: number, y: number, width: number, height: number, radius = 0): void {
		this.ctx.fillStyle = colour;
		this.ctx.beginPath();
		this.ctx.roundRect(x, y, width, height, radius);
		this.ctx.fill();
	}

	/** Lines of a text that fit a room, px. */
	lines(runs: readonly Run[], style: Style, room: number): Line[] {
		return breakLines(runs, room, style.size, this.#measureIn(style), style.script === 'chinese');
	}

	phrases(phrases: readonly string[], style: Style, room: number): Line[] | undefined {
		return breakPhrases(phrases, room, style.size, this.#measureIn(style), style.script === 'chinese');
	}

	widthOf(text: string, style: Style): number {
		return this.lines([{ text }], style, Infinity)[0]?.width ?? 0;
	}

	/** @returns the height it takes, px */
	paragraph(lines: readonly Line[], style: Style, x: number, top: number): number {
		const height = style.size * (style.leading ?? 1.5);
		for (const [at, line] of lines.entries())
			this.line(line, style, x, top + at * height + height / 2 + style.size * 0.37);
		return lines.length * height;
	}

	/** One line on its baseline, from `x` on or, aligned to the end, up to it. */
	line(line: Line, style: Style, x: number, baseline: number, end = false): void {
		const left = end ? x - line.width : x;
		this.ctx.fillStyle = style.colour;
		for (const { text, strong, x } of line.parts) {
			this.ctx.font = fontOf(style, strong);
			this.ctx.fillText(text, left + x, baseline);
		}
		this.drawn.push({ text: textOf(line), x: left, y: baseline, width: line.width, size: style.size });
	}

	text(text: string, style: Style, x: number, baseline: number, end = false): number {
		const [line] = this.lines([{ text }], style, Infinity);
		if (line) this.line(line, style, x, baseline, end);
		return line?.width ?? 0;
	}

	/** Widths grow with the size, so that each text is measured once; pictures have most of their words in common. */
	#measureIn(style: Style): Measure {
		return (text, strong) => {
			const font = fontOf({ ...style, size: 100 }, strong);
			const known = widths.get(font) ?? new Map<string, number>();
			widths.set(font, known);
			let width = known.get(text);
			if (width === undefined) {
				this.ctx.font = font;
				width = this.ctx.measureText(text).width;
				known.set(text, width);
			}
			return (width * style.size) / 100;
		};
	}
}

function fontOf({ size, weight, strong = weight, script }: Style, isStrong: boolean): string {
	return `${isStrong ? strong : weight} ${size}px ${families[script]}`;
}

/** Spaces are no parts: a gap that is wider than the typesetter's own was one. */
function textOf({ parts }: Line): string {
	return parts.map(({ text }) => text).join(' ');
}
