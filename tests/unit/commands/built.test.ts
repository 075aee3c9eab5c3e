import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digestOfSources } from '../../../src/commands/built.js';

describe('the digest of the sources', () => {
	let folder: string;
	let before: string;
	const digest = () => digestOfSources(folder, '');

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'kandong-'));
		mkdirSync(join(folder, 'src/lib/paraglide'), { recursive: true });
		writeFileSync(join(folder, 'src/app.html'), '<html>');
		writeFileSync(join(folder, 'package-lock.json'), '{}');
		before = digest();
	});
	afterEach(() => {
		rmSync(folder, { recursive: true });
	});

	it('stays when a file is only touched', () => {
		utimesSync(join(folder, 'src/app.html'), 1, 1);
		expect(digest()).toBe(before);
	});

	it('stays when the build compiles the words', () => {
		writeFileSync(join(folder, 'src/lib/paraglide/messages.js'), 'export {};');
		expect(digest()).toBe(before);
	});

	it('changes with a text, a name, a new file and the origin', () => {
		writeFileSync(join(folder, 'src/app.html'), '<html lang="zh">');
		const afterText = digest();
		writeFileSync(join(folder, 'src/app.css'), '');
		const afterFile = digest();
		const afterOrigin = digestOfSources(folder, 'https://plan.example.cn');
		expect(new Set([before, afterText, afterFile, afterOrigin]).size).toBe(4);
	});

	it('changes with the packages and the static files', () => {
		writeFileSync(join(folder, 'package-lock.json'), '{"a":1}');
		const afterLock = digest();
		mkdirSync(join(folder, 'static'));
		writeFileSync(join(folder, 'static/icon.svg'), '<svg/>');
		expect(new Set([before, afterLock, digest()]).size).toBe(3);
	});
});
