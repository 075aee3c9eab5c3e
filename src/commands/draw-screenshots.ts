/**
 * `node src/commands/draw-screenshots.ts`: takes the pictures that the manifest and the README show. Run it when the pages
 * in them have changed their looks, and commit what it makes. Needs a server: `npm start`, or SHOTS_ORIGIN for another one.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from './browser.js';
import { palettePng } from '../lib/pictures/palette-png.ts';
import { locales, withLocale } from '../lib/plan/locale.ts';
import { inProject } from './project.js';

const origin = process.env.SHOTS_ORIGIN ?? 'http://localhost:4173';
const folder = inProject('static', 'screenshots');

// The manifest states these sizes (lib/install/manifest.ts); no side may be more than 2.3 times the other.
const phone = { viewport: { width: 360, height: 780 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
const screen = { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 };
const pictures = [
	{ name: 'home-narrow', path: '/', form: phone },
	{ name: 'card-narrow', path: '/topics/innovation/high-tech-firms', form: phone },
	{ name: 'home-wide', path: '/', form: screen }
];

/** The pixels of a picture, as the browser decodes them; `page` is an empty one, whose policy allows it. */
async function decode(page: Page, png: Buffer) {
	const { width, height, pixels } = await page.evaluate(
		async (png) => {
			const picture = await createImageBitmap(await (await fetch(png)).blob());
			const canvas = new OffscreenCanvas(picture.width, picture.height);
			const context = canvas.getContext('2d');
			context?.drawImage(picture, 0, 0);
			const pixels = context?.getImageData(0, 0, picture.width, picture.height).data ?? new Uint8ClampedArray();
			const url = await new Promise<unknown>((resolve) => {
				const reader = new FileReader();
				reader.onload = () => resolve(reader.result);
				reader.readAsDataURL(new Blob([pixels]));
			});
			return { width: picture.width, height: picture.height, pixels: String(url) };
		},
		`data:image/png;base64,${png.toString('base64')}`
	);
	return { width, height, pixels: Buffer.from(pixels.slice(pixels.indexOf(',') + 1), 'base64') };
}

await mkdir(folder, { recursive: true });
const executablePath = await findBrowser();
const browser = await chromium.launch({ ...(executablePath && { executablePath }) });
const empty = await browser.newPage();
for (const language of locales) {
	for (const { name, path, form } of pictures) {
		const context = await browser.newContext({ ...form, colorScheme: 'light', reducedMotion: 'reduce' });
		const page = await context.newPage();
		await page.goto(origin + withLocale(path, language));
		// A chart is drawn when it is seen, and its canvas has no event for "done".
		await page.waitForTimeout(1500);
		const { pixels, width, height } = await decode(empty, await page.screenshot());
		await writeFile(join(folder, `${name}-${language}.png`), palettePng(pixels, width, height));
		await context.close();
	}
}
await browser.close();
