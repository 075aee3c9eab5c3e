import { crc32, deflateSync } from 'node:zlib';

/** The most used colours, at most 256, of those that are nearly alike the most used one; and each colour's place in them. */
interface Palette {
	colours: Uint8Array;
	/** By the upper five bits of red, green and blue. */
	places: Uint8Array;
}

const shades = 1 << 15;
/** Pixels are read as whole numbers, red lowest. */
const alike = (pixel: number) => ((pixel & 0xf8) << 7) | ((pixel >> 6) & 0x3e0) | ((pixel >> 19) & 0x1f);

function paletteOf(pixels: Uint32Array): Palette {
	const counts = new Map<number, number>();
	let before = -1;
	let count = 0;
	// Most pixels are as the one before them.
	for (const pixel of pixels) {
		if (pixel === before) count++;
		else {
			counts.set(before, (counts.get(before) ?? 0) + count);
			[before, count] = [pixel, 1];
		}
	}
	counts.set(before, (counts.get(before) ?? 0) + count);
	counts.delete(-1);

	const kept: number[] = [];
	const places = new Int16Array(shades).fill(-1);
	const sorted = [...counts].sort(([one, few], [other, many]) => many - few || one - other);
	for (const [pixel] of sorted) {
		if (places[alike(pixel)] !== -1 || kept.length === 256) continue;
		places[alike(pixel)] = kept.length;
		kept.push(pixel);
	}
	for (const [pixel] of sorted) if (places[alike(pixel)] === -1) places[alike(pixel)] = nearest(kept, pixel);
	return {
		colours: Uint8Array.from(kept.flatMap((pixel) => [pixel & 0xff, (pixel >> 8) & 0xff, (pixel >> 16) & 0xff])),
		places: Uint8Array.from(places)
	};
}

function nearest(kept: readonly number[], pixel: number): number {
	const channel = (one: number, other: number, shift: number) => ((one >> shift) & 0xff) - ((other >> shift) & 0xff);
	let [best, least] = [0, Infinity];
	for (const [place, other] of kept.entries()) {
		const distance = channel(pixel, other, 0) ** 2 + channel(pixel, other, 8) ** 2 + channel(pixel, other, 16) ** 2;
		if (distance < least) [best, least] = [place, distance];
	}
	return best;
}

function chunk(name: string, data: Uint8Array): Buffer {
	const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
	const whole = Buffer.alloc(body.length + 8);
	whole.writeUInt32BE(data.length, 0);
	body.copy(whole, 4);
	whole.writeUInt32BE(crc32(body), body.length + 4);
	return whole;
}

/** A PNG of at most 256 colours, a third of what a browser writes for a page of text. Pixels are RGBA, opaque. */
export function palettePng(rgba: Uint8Array | Uint8ClampedArray, width: number, height: number): Buffer {
	const bytes = Uint8Array.from(rgba);
	const pixels = new Uint32Array(bytes.buffer);
	const { colours, places } = paletteOf(pixels);
	const lines = Buffer.alloc(height * (width + 1));
	for (let y = 0, at = 0; y < height; y++) {
		// Each line starts with its filter: none.
		const start = y * (width + 1) + 1;
		for (let x = 0; x < width; x++, at++) lines[start + x] = places[alike(pixels[at] ?? 0)] ?? 0;
	}
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, 3], 8);
	return Buffer.concat([
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
		chunk('IHDR', header),
		chunk('PLTE', colours),
		chunk('IDAT', deflateSync(lines, { level: 9 })),
		chunk('IEND', Buffer.alloc(0))
	]);
}
