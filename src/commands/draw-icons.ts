/**
 * `node src/commands/draw-icons.ts`: draws the PNG icons of static/icons anew from the SVG files beside them, in a browser.
 * Run it after changing a drawing, and commit what it makes: the build only copies these files.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from './browser.js';
import { inProject } from './project.js';

const folder = inProject('static', 'icons');
const drawings = [
	{ source: 'icon.svg', sizes: [192, 512], name: (size: number) => `icon-${size}.png` },
	{ source: 'maskable.svg', sizes: [192, 512], name: (size: number) => `maskable-${size}.png` },
	{ source: 'monochrome.svg', sizes: [192, 512], name: (size: number) => `monochrome-${size}.png` },
	// iOS rounds the corners itself and paints transparency black: this one fills its square.
	{ source: 'maskable.svg', sizes: [180], name: () => 'apple-touch-icon.png' }
];

async function draw(page: Page, svg: string, size: number, path: string) {
	await page.setViewportSize({ width: size, height: size });
	await page.setContent(`<style>body{margin:0}svg{display:block;inline-size:100vw;block-size:100vh}</style>${svg}`);
	await page.screenshot({ path, omitBackground: !path.endsWith('apple-touch-icon.png') });
}

const executablePath = await findBrowser();
const browser = await chromium.launch({ ...(executablePath && { executablePath }) });
const page = await browser.newPage();
for (const { source, sizes, name } of drawings) {
	const svg = await readFile(join(folder, source), 'utf8');
	for (const size of sizes) await draw(page, svg, size, join(folder, name(size)));
}
await browser.close();
