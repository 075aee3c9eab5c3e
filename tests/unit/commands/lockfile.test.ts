import { describe, expect, it } from 'vitest';
import { matches } from '../../../src/commands/lockfile.js';

const svelte = { version: '5.57.3', integrity: 'sha512-a' };
const binary = { version: '1.0.0', integrity: 'sha512-b', optional: true };
const wanted = { packages: { '': {}, 'node_modules/svelte': svelte, 'node_modules/binary-for-arm64': binary } };

describe('what is installed', () => {
	it('matches when every package is there, whatever else is', () => {
		expect(matches(wanted, { packages: { ...wanted.packages, 'node_modules/extra': svelte } })).toBe(true);
	});

	it('matches without the packages for other machines', () => {
		expect(matches(wanted, { packages: { 'node_modules/svelte': svelte } })).toBe(true);
	});

	it.each([
		['is missing', {}],
		['has another version', { 'node_modules/svelte': { ...svelte, version: '5.57.2' } }],
		['has another content', { 'node_modules/svelte': { ...svelte, integrity: 'sha512-c' } }]
	])('does not match when a package %s', (_what, packages) => {
		expect(matches(wanted, { packages })).toBe(false);
	});

	it('does not match when npm left no list', () => {
		expect(matches(wanted, {})).toBe(false);
	});
});
