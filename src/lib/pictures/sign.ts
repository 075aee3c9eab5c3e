/** A topic's sign: the same Lucide drawing as on the page (ISC licence). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Path2D } from './canvas.ts';
import { topicIcon } from '../ui/topic-icon.ts';
import type { Sheet } from './sheet.ts';

type Node = [shape: string, attributes: Record<string, string>];

const folder = join(import.meta.dirname, '../../../node_modules/lucide-static/icons');

/** Strokes in a square of 24 units. */
function strokesOf(icon: string): InstanceType<typeof Path2D> {
	const path = new Path2D();
	for (const node of nodesOf(readFileSync(join(folder, `${icon}.svg`), 'utf8')))
		path.addPath(new Path2D(outline(node)));
	return path;
}

/** The shapes inside a drawing's `<svg>`; Lucide's have no groups. */
function nodesOf(svg: string): Node[] {
	return [...svg.matchAll(/<(\w+)((?:\s+[\w-]+="[^"]*")+)\s*\/>/g)].map(([, shape = '', attributes = '']) => [
		shape,
		Object.fromEntries(
			[...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value])
		)
	]);
}

/** Other shapes as the path that SVG says they are. */
function outline([shape, attributes]: Node): string {
	const value = (name: string) => Number(attributes[name] ?? 0);
	switch (shape) {
		case 'path':
			return attributes.d ?? '';
		case 'line':
			return `M${value('x1')} ${value('y1')}L${value('x2')} ${value('y2')}`;
		case 'circle':
			return arcs(value('cx'), value('cy'), value('r'));
		case 'rect':
			return rounded(value('x'), value('y'), value('width'), value('height'), value('rx'));
		default:
			throw new Error(`A sign with a ${shape} can’t be drawn yet.`);
	}
}

const arcs = (x: number, y: number, r: number) =>
	`M${x - r} ${y}A${r} ${r} 0 1 1 ${x + r} ${y}A${r} ${r} 0 1 1 ${x - r} ${y}Z`;

const rounded = (x: number, y: number, width: number, height: number, r: number) =>
	`M${x + r} ${y}h${width - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}v${height - 2 * r}a${r} ${r} 0 0 1 ${-r} ${r}` +
	`h${2 * r - width}a${r} ${r} 0 0 1 ${-r} ${-r}v${2 * r - height}a${r} ${r} 0 0 1 ${r} ${-r}Z`;

export function drawSign({ ctx, palette }: Sheet, topic: string, x: number, y: number, size: number): void {
	ctx.save();
	ctx.translate(x, y);
	ctx.scale(size / 24, size / 24);
	ctx.strokeStyle = palette.hue;
	ctx.lineWidth = 2;
	ctx.lineCap = ctx.lineJoin = 'round';
	ctx.stroke(strokesOf(topicIcon(topic)));
	ctx.restore();
}
