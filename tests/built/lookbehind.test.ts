/** Safari before 16.4 can't read a regular expression that looks behind, and drops the whole file that has one. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inProject } from '../../src/commands/project.js';

test('no script that a browser gets looks behind in a regular expression', () => {
	const client = inProject('build', 'client');
	const scripts = readdirSync(client, { recursive: true })
		.map(String)
		.filter((file) => file.endsWith('.js'));
	expect(scripts.length).toBeGreaterThan(20);
	expect(scripts.filter((file) => /\(\?<[=!]/.test(readFileSync(join(client, file), 'utf8')))).toEqual([]);
});
