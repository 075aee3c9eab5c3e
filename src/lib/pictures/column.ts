/** Things set one below the other: measured first, drawn once it is known that they fit. */

export interface Block {
	height: number;
	/** Space above it, px; none above the first. */
	above: number;
	/** May be given more space above, when there is some left. */
	loose?: boolean;
	draw: (top: number) => void;
}

/**
 * Sets a column at the largest scale at which it fits its height.
 * @param scales from the largest down
 * @throws when it fits at none: a text that is cut off would be worse than a build that stops
 */
export function drawColumn(
	scales: readonly number[],
	top: number,
	height: number,
	set: (scale: number) => Block[] | undefined,
	what: string
): void {
	for (const scale of scales) {
		const blocks = set(scale);
		if (!blocks) continue;
		const needed = heightOf(blocks);
		if (needed <= height) return draw(blocks, top, height - needed);
	}
	throw new Error(`${what} has too much text for its picture.`);
}

export function heightOf(blocks: readonly Block[]): number {
	return blocks.reduce((sum, { height, above }, at) => sum + height + (at === 0 ? 0 : above), 0);
}

/** At most this much more above a loose block, px. */
const most = 72;

function draw(blocks: readonly Block[], top: number, left: number): void {
	const loose = blocks.filter(({ loose }, at) => loose && at > 0).length;
	const more = loose === 0 ? 0 : Math.min(most, left / (loose + 1));
	let y = top;
	for (const [at, block] of blocks.entries()) {
		if (at > 0) y += block.above + (block.loose ? more : 0);
		block.draw(y);
		y += block.height;
	}
}
