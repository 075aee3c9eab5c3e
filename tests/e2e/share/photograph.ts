import { readFileSync } from 'node:fs';
import { createCanvas, loadImage, type Canvas, type Image } from '@napi-rs/canvas';
import jsQR from 'jsqr';
import { inProject } from '../../../src/commands/project.js';

/**
 * What a phone reads from a share picture of the build that was forwarded twice, each time made half as wide at the most
 * and compressed as messengers do it, and then photographed from another screen: askew, unevenly lit and a little blurred.
 * @param path the picture's, from the site's root
 */
export async function readFromPhotograph(path: string): Promise<string | undefined> {
	const original = await loadImage(readFileSync(inProject('build/client', path)));
	const forwarded = await forward(await forward(original));
	const { data, width, height } = photograph(forwarded).getContext('2d').getImageData(0, 0, 900, 1200);
	return jsQR(data, width, height, { inversionAttempts: 'dontInvert' })?.data;
}

function forward(image: Image): Promise<Image> {
	const canvas = createCanvas(540, 720);
	canvas.getContext('2d').drawImage(image, 0, 0, 540, 720);
	return loadImage(canvas.encodeSync('jpeg', 40));
}

function photograph(screen: Image): Canvas {
	const canvas = createCanvas(900, 1200);
	const ctx = canvas.getContext('2d');
	ctx.fillStyle = '#222';
	ctx.fillRect(0, 0, 900, 1200);
	// Held at an angle.
	ctx.setTransform(1.38, 0.07, -0.05, 1.36, 90, 70);
	ctx.filter = 'blur(0.8px)';
	ctx.drawImage(screen, 0, 0);
	ctx.filter = 'none';
	ctx.resetTransform();
	// A lamp on the left, and the darker side of the room.
	const light = ctx.createLinearGradient(0, 0, 900, 1200);
	light.addColorStop(0, 'rgb(255 250 230 / 35%)');
	light.addColorStop(1, 'rgb(0 0 20 / 35%)');
	ctx.fillStyle = light;
	ctx.fillRect(0, 0, 900, 1200);
	return canvas;
}
