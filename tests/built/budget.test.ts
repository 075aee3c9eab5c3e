import { statSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { chartScripts, scriptsOf } from './scripts.ts';
import { builtFile, builtText, home, pages, topicPages, type Page } from './site.ts';

/** As file managers count. */
const kilobyte = 1024;

/** Bytes over the wire, compressed as the adapter does it. */
const compressed = (content: string) => brotliCompressSync(content).length;

const known = new Map<string, number>();

function sizeOf(files: Iterable<string>): number {
	return [...files].reduce((sum, file) => {
		const size = known.get(file) ?? compressed(builtText(file));
		known.set(file, size);
		return sum + size;
	}, 0);
}

function readingSize({ html, all }: Page): number {
	const styles = all.flatMap(({ attributes: { rel, href } }) => (rel === 'stylesheet' ? (href ?? []) : []));
	return compressed(html) + sizeOf(styles);
}

/** Pages over a budget, with what they weigh, so that a failure says which and by how much. */
function over(limit: number, pages: readonly Page[], size: (page: Page) => number): string[] {
	expect(pages).not.toHaveLength(0);
	return pages.flatMap((page) => {
		const weight = size(page);
		return weight > limit * kilobyte ? `${page.path} weighs ${weight}` : [];
	});
}

describe('over the wire, with brotli,', { timeout: 60_000 }, () => {
	test('the home page comes in 14 KB of HTML and CSS', () => {
		expect(over(14, home, readingSize)).toEqual([]);
	});

	test('every topic comes in 24 KB of HTML and CSS', () => {
		expect(topicPages).toHaveLength(26);
		expect(over(24, topicPages, readingSize)).toEqual([]);
	});

	test('no page loads more than 60 KB of JavaScript by itself', () => {
		expect(over(60, pages, (page) => sizeOf(scriptsOf(page)))).toEqual([]);
	});

	test('Chart.js waits until it is asked for, in at most 50 KB', () => {
		const early = new Set(pages.flatMap((page) => [...scriptsOf(page)]));
		const chart = [...chartScripts()];
		const own = chart.filter((script) => !early.has(script));

		expect(own).toContain(chart[0]);
		expect(sizeOf(own)).toBeLessThanOrEqual(50 * kilobyte);
	});
});

describe('reading offline', { timeout: 60_000 }, () => {
	test('the worker comes in 10 KB of script', () => {
		expect(sizeOf(['/service-worker.js'])).toBeLessThanOrEqual(10 * kilobyte);
	});

	test.each(['zh', 'en'])('all of it, in %s, comes in 700 KB', (locale) => {
		// What the worker stores: scripts, styles and icons; the language's pages in one file; the lists of figures and updates.
		const worker = builtText('/service-worker.js');
		const assets = [...new Set(worker.match(/\/(?:_app\/immutable|icons)\/[\w./-]+/g))];
		expect(assets.length).toBeGreaterThan(40);
		const pictures = assets.filter((path) => path.endsWith('.png'));
		const pictureBytes = pictures.reduce((sum, path) => sum + statSync(builtFile(path) ?? path).size, 0);
		const texts = assets.filter((path) => !path.endsWith('.png'));
		const data = [`/offline/${locale}.json`, '/edition.json', '/changes.json', '/service-worker.js'];
		expect(pictureBytes + sizeOf([...texts, ...data])).toBeLessThanOrEqual(700 * kilobyte);
	});
});
