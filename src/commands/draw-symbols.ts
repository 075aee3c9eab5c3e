/**
 * `node src/commands/draw-symbols.ts`: gathers the app's icons into static/icons/symbols.svg, from which pages use them by name.
 * Run it after changing src/lib/ui/icon-names.ts, and commit what it makes.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { iconNames } from '../lib/ui/icon-names.ts';
import { inProject } from './project.js';

/** A drawing's shapes without the frame that all of them share. */
async function shapes(name: string): Promise<string> {
	const svg = await readFile(inProject('node_modules', 'lucide-static', 'icons', `${name}.svg`), 'utf8');
	const inner = /<svg[^>]*>([^]*)<\/svg>/.exec(svg)?.[1];
	if (inner === undefined) throw new Error(`lucide-static has ${name}.svg, but no drawing in it.`);
	return inner.replace(/\s+/g, ' ').replaceAll('> <', '><').replaceAll(' />', '/>').trim();
}

const frame =
	'viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"';
const symbols = await Promise.all(
	iconNames.map(async (name) => `<symbol id="${name}" ${frame}>${await shapes(name)}</symbol>`)
);
const licence = '<!-- Lucide (https://lucide.dev), ISC licence -->';
await writeFile(
	inProject('static', 'icons', 'symbols.svg'),
	`<svg xmlns="http://www.w3.org/2000/svg">${licence}\n${symbols.join('\n')}\n</svg>\n`
);
