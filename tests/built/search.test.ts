import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { inProject } from '../../src/commands/project.js';
import { locales } from '../../src/lib/plan/locale.ts';
import { builtText } from './site.ts';

test('what the search loads, index and engine, is at most 60 KB with brotli', () => {
	const folder = inProject('build', 'client', '_app', 'immutable', 'chunks');
	const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
	// Known by a message of MiniSearch's own.
	const engine = scripts
		.map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
		.filter((text) => text.includes('MiniSearch'));
	expect(engine).not.toHaveLength(0);
	const code = engine.reduce((sum, text) => sum + brotliCompressSync(text).length, 0);
	for (const locale of locales) {
		const index = brotliCompressSync(builtText(`/search/index.${locale}.json`)).length;
		expect(index + code, locale).toBeLessThanOrEqual(60 * 1024);
	}
});
