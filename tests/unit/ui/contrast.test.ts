import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../../src/app.css'), 'utf8');

type Oklch = readonly [lightness: number, chroma: number, hue: number];
interface Pair {
	light: Oklch;
	dark: Oklch;
}

const colour = String.raw`oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)`;
const pairs = String.raw`light-dark\(\s*${colour},\s*${colour}\s*\)`;

function pairOf(match: RegExpMatchArray, from: number): Pair {
	const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = match.slice(from).map(Number);
	return { light: [a, b, c], dark: [d, e, f] };
}

function token(name: string): Pair {
	const match = new RegExp(`--${name}: ${pairs}`).exec(css);
	if (!match) throw new Error(`app.css declares no --${name}`);
	return pairOf(match, 1);
}

const hues = [...css.matchAll(new RegExp(`\\[data-topic='(\\w+)'\\] \\{\\s*--hue: ${pairs}`, 'g'))].map(
	(match) => [match[1] ?? '', pairOf(match, 2)] as const
);

/** Relative luminance of an OKLCH colour within sRGB (Ottosson’s matrices; WCAG 2.2, relative luminance). */
function luminance([lightness, chroma, hue]: Oklch): number {
	const angle = (hue * Math.PI) / 180;
	const a = chroma * Math.cos(angle);
	const b = chroma * Math.sin(angle);
	const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
	const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
	const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
	const red = 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s;
	const green = -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s;
	const blue = -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s;
	const within = (channel: number) => Math.min(1, Math.max(0, channel));
	return 0.2126 * within(red) + 0.7152 * within(green) + 0.0722 * within(blue);
}

function contrast(one: Oklch, other: Oklch): number {
	const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (lighter + 0.05) / (darker + 0.05);
}

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
	test.each(['ink', 'ink-2', 'ink-3'])('%s can be read on every ground', (ink) => {
		for (const ground of ['paper', 'surface', 'quiet']) {
			expect(contrast(token(ink)[theme], token(ground)[theme]), ground).toBeGreaterThanOrEqual(4.5);
		}
	});

	test('what one presses is seen on every ground (WCAG 1.4.11)', () => {
		for (const ground of ['paper', 'surface']) {
			expect(contrast(token('line-strong')[theme], token(ground)[theme]), ground).toBeGreaterThanOrEqual(3);
		}
	});

	test('a sentence that was looked for can be read on its mark', () => {
		expect(contrast(token('ink')[theme], token('found')[theme])).toBeGreaterThanOrEqual(4.5);
	});

	test.each(hues)('the colour of %s carries text, and text stands on it', (_, hue) => {
		for (const ground of ['paper', 'surface', 'quiet']) {
			expect(contrast(hue[theme], token(ground)[theme]), ground).toBeGreaterThanOrEqual(4.5);
		}
		expect(contrast(token('on-hue')[theme], hue[theme])).toBeGreaterThanOrEqual(4.5);
	});
});

test('every topic of the plan has a colour of its own', () => {
	expect(hues).toHaveLength(13);
});
