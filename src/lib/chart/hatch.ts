/** Diagonal stripes: a target is no full bar, also in print and without colour. */
export function hatch(colour: string, ground: string, tile: HTMLCanvasElement): CanvasPattern | string {
	const size = 8;
	tile.width = tile.height = size;
	const context = tile.getContext('2d');
	if (!context) return colour;
	context.fillStyle = ground;
	context.fillRect(0, 0, size, size);
	context.strokeStyle = colour;
	context.globalAlpha = 0.55;
	context.lineWidth = 2;
	context.beginPath();
	for (const offset of [-size, 0, size]) {
		context.moveTo(offset, size);
		context.lineTo(offset + size, 0);
	}
	context.stroke();
	return context.createPattern(tile, 'repeat') ?? colour;
}
