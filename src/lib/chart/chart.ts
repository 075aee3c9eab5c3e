/** Chart.js and what is drawn with it, on any canvas: the page's, and that of the pictures which the build makes. */
import {
	ArcElement,
	BarController,
	BarElement,
	CategoryScale,
	Chart,
	DoughnutController,
	LinearScale,
	type ChartConfiguration,
	type ChartOptions,
	type Plugin
} from 'chart.js';
import type { ChartType } from '../plan/plan.ts';
import type { Colours } from './colours.ts';
import { hatch } from './hatch.ts';
import type { Row } from './rows.ts';
import { labelLines } from './wrap-text.ts';

Chart.register(ArcElement, BarController, BarElement, CategoryScale, DoughnutController, LinearScale);

/** Where and how: a page's chart follows its place's size, a picture's keeps the canvas's own at so many pixels a unit. */
export interface Ground {
	canvas: HTMLCanvasElement;
	colours: Colours;
	/** A new small canvas, for stripes. */
	tile: () => HTMLCanvasElement;
	fixed?: { pixelRatio: number };
	/** For readers who read that way: bars grow, and texts begin, at the right. */
	rightToLeft?: boolean;
}

export function chartOn(ground: Ground, type: ChartType, rows: Row[]): { destroy: () => void } {
	const { canvas, colours, tile, fixed, rightToLeft = false } = ground;
	const striped = hatch(colours.hue, colours.surface, tile());
	const size = fixed ? { responsive: false, devicePixelRatio: fixed.pixelRatio } : {};
	if (type === 'doughnut') {
		const { options, ...drawn } = ring(rows, colours, striped, rightToLeft);
		return new Chart(canvas, { ...drawn, options: { ...options, ...size } });
	}
	const { options, ...drawn } = bars(rows, colours, striped, type === 'rates', rightToLeft);
	return new Chart(canvas, { ...drawn, options: { ...options, ...size } });
}

type Stripes = string | CanvasPattern;

const shared = {
	responsive: true,
	maintainAspectRatio: false,
	animation: false as const,
	// Charts answer taps with their table, never drags: no hover, no tooltip under the finger.
	events: [] as (keyof HTMLElementEventMap)[]
} satisfies ChartOptions;

/** Names and numbers stand above their bars: beside them there is no room on a narrow phone, or in English. */
function bars(
	rows: Row[],
	colours: Colours,
	striped: Stripes,
	rates: boolean,
	rightToLeft: boolean
): ChartConfiguration<'bar'> {
	const largest = Math.max(...rows.map(({ value }) => value));
	return {
		type: 'bar',
		data: {
			labels: rows.map(({ label }) => label),
			datasets: [
				{
					data: rows.map(({ value }) => value),
					backgroundColor: rows.map((row) => fill(row, rows, colours, striped)),
					borderColor: colours.hue,
					borderWidth: rows.map(({ kind }) => (isOpen(kind) ? 1.5 : 0)),
					borderRadius: 3,
					barThickness: barHeight
				}
			]
		},
		options: {
			...shared,
			indexAxis: 'y',
			// Room for the dashed end of an “at least”.
			layout: { padding: rightToLeft ? { left: 4 } : { right: 4 } },
			scales: {
				// Zero-based always; rates run to 100, so that 99.4 % and 95.8 % look as near as they are.
				x: { display: false, beginAtZero: true, max: rates ? 100 : largest, reverse: rightToLeft },
				y: { display: false }
			}
		},
		plugins: [rowTexts(rows, colours, rightToLeft)]
	};
}

function ring(rows: Row[], colours: Colours, striped: Stripes, rightToLeft: boolean): ChartConfiguration<'doughnut'> {
	return {
		type: 'doughnut',
		data: {
			labels: rows.map(({ label }) => label),
			datasets: [
				{
					data: rows.map(({ value }) => value),
					backgroundColor: [colours.hue, colours.middle, striped],
					borderColor: colours.surface,
					borderWidth: 2
				}
			]
		},
		options: { ...shared, cutout: '58%', layout: { padding: { right: 0 } } },
		plugins: [sliceLabels(rows, colours, striped, rightToLeft)]
	};
}

/** Where lines begin and end. */
function sides(rightToLeft: boolean): ['left', 'right'] | ['right', 'left'] {
	return rightToLeft ? ['right', 'left'] : ['left', 'right'];
}

/** Height of a bar, px. */
const barHeight = 16;

const isOpen = (kind: Row['kind']) => kind === 'target' || kind === 'derived';

/** A year that later ones follow is paler, a target or a derived number hatched: different without colour too. */
function fill({ kind, year }: Row, rows: Row[], { hue, middle }: Colours, striped: Stripes): Stripes {
	if (isOpen(kind)) return striped;
	return rows.some((row) => row.year > year) ? middle : hue;
}

/** Above each bar its name, and at the line's end its number as published. */
function rowTexts(rows: Row[], { ink, quiet, hue, surface, font }: Colours, rightToLeft: boolean): Plugin<'bar'> {
	const [start, end] = sides(rightToLeft);
	return {
		id: 'texts',
		beforeDatasetsDraw(chart) {
			// Chart.js centres a bar in its row; ours stands at the row's foot, under its text.
			const shift = (chart.chartArea.height / rows.length - barHeight) / 2 - 3;
			chart.ctx.save();
			chart.ctx.translate(0, shift);
		},
		afterDatasetsDraw(chart) {
			const { ctx, chartArea } = chart;
			for (const [index, bar] of chart.getDatasetMeta(0).data.entries()) {
				const row = rows[index];
				if (!row) continue;
				const { x, y } = bar.tooltipPosition(true);
				if (x === null || y === null) continue;
				if (row.atLeast) openEnd(ctx, rightToLeft ? x + 4 : x, y, barHeight, hue, surface);
				const foot = y - barHeight / 2 - 6;
				ctx.textBaseline = 'alphabetic';
				ctx.font = `bold ${font.size}px ${font.family}`;
				const number = ctx.measureText(row.shown).width;
				ctx.fillStyle = ink;
				ctx.textAlign = end;
				ctx.fillText(row.shown, chartArea[end], foot);
				ctx.font = `${font.size}px ${font.family}`;
				ctx.fillStyle = quiet;
				ctx.textAlign = start;
				const lines = labelLines(row.label, chartArea.width, number, (text) => ctx.measureText(text).width);
				for (const [line, text] of lines.entries()) {
					ctx.fillText(text, chartArea[start], foot - (lines.length - 1 - line) * font.size * 1.35);
				}
			}
			ctx.restore();
		}
	};
}

/** “At least”: the bar's end is left open, with a dashed edge. */
function openEnd(
	ctx: CanvasRenderingContext2D,
	x: number,
	y: number,
	height: number,
	hue: string,
	surface: string
): void {
	ctx.save();
	ctx.fillStyle = surface;
	ctx.fillRect(x - 3, y - height / 2 - 1, 6, height + 2);
	ctx.strokeStyle = hue;
	ctx.lineWidth = 1.5;
	ctx.setLineDash([3, 3]);
	ctx.beginPath();
	ctx.moveTo(x - 2, y - height / 2);
	ctx.lineTo(x - 2, y + height / 2);
	ctx.stroke();
	ctx.restore();
}

/** Names and numbers beside the ring, each with its swatch: a legend that needs no colour to be read. */
function sliceLabels(
	rows: Row[],
	{ ink, font, hue, middle }: Colours,
	striped: Stripes,
	rightToLeft: boolean
): Plugin<'doughnut'> {
	const [start, end] = sides(rightToLeft);
	const plain = `${font.size}px ${font.family}`;
	const widthOf = (ctx: CanvasRenderingContext2D, texts: string[]) =>
		Math.max(...texts.map((text) => ctx.measureText(text).width));
	const swatch = 20;
	const gap = 14;
	/** The legend takes what it needs, the ring the rest; but never less than a quarter of the width. */
	const legendWidth = (chart: Pick<Chart, 'ctx' | 'width'>) => {
		chart.ctx.font = plain;
		const names = widthOf(
			chart.ctx,
			rows.map(({ label }) => label)
		);
		const numbers = widthOf(
			chart.ctx,
			rows.map(({ shown }) => shown)
		);
		return Math.min(names + numbers * 1.1 + swatch + gap * 2, chart.width * 0.74);
	};
	return {
		id: 'slices',
		beforeLayout(chart) {
			chart.options.layout = { padding: { [end]: legendWidth(chart) } };
		},
		afterDraw(chart) {
			const { ctx, height, width } = chart;
			// Along the line, from where it begins; on the canvas that is from the right where one reads from there.
			const at = (along: number) => (rightToLeft ? width - along : along);
			const to = Math.min(width, at(chart.chartArea[end]) + legendWidth(chart));
			const from = to - legendWidth(chart) + gap;
			const step = Math.min(font.size * 2.6, height / rows.length);
			ctx.save();
			ctx.textBaseline = 'middle';
			for (const [index, { label, shown }] of rows.entries()) {
				const y = height / 2 + (index - (rows.length - 1) / 2) * step;
				ctx.fillStyle = [hue, middle, striped][index] ?? hue;
				ctx.fillRect(at(from) - (rightToLeft ? 12 : 0), y - 6, 12, 12);
				ctx.fillStyle = ink;
				ctx.font = plain;
				ctx.textAlign = start;
				ctx.fillText(label, at(from + swatch), y);
				ctx.font = `bold ${plain}`;
				ctx.textAlign = end;
				ctx.fillText(shown, at(to), y);
			}
			ctx.restore();
		}
	};
}
