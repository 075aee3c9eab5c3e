/** Styles say start and end, never left and right: a language written from right to left mirrors the page by itself. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inProject } from '../../../src/commands/project.js';

const physical =
	/(?<![\w-])(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)\b|border-(?:top|bottom)-(?:left|right)-radius|(?:left|right)\s*:|(?:text-align|float|clear|justify-\w+)\s*:\s*(?:left|right)|to (?:left|right)\b)/;

function stylesIn(file: string): string {
	const text = readFileSync(file, 'utf8');
	const styles = file.endsWith('.css') ? text : (/<style>([\s\S]*)<\/style>/.exec(text)?.[1] ?? '');
	return styles.replace(/\/\*[\s\S]*?\*\//g, '');
}

test('no style names a side of the screen', () => {
	const files = readdirSync(inProject('src'), { recursive: true })
		.map(String)
		.filter((file) => /\.(css|svelte)$/.test(file));
	expect(files.length).toBeGreaterThan(40);
	const found = files.flatMap((file) =>
		stylesIn(join(inProject('src'), file))
			.split('\n')
			.filter((line) => physical.test(line))
			.map((line) => `${file}: ${line.trim()}`)
	);
	expect(found).toEqual([]);
});

test.each(['margin-left: 1px', 'left: 0', 'text-align: right', 'border-top-left-radius: 2px'])('%s is seen', (line) => {
	expect(line).toMatch(physical);
});
