import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { digestOfSources } from '../../../src/commands/built.js';
import { inProject, root } from '../../../src/commands/project.js';
import { tool } from '../../../src/commands/tool.js';
import { edit, type Edit } from './edit.ts';

const parts = [
	'src',
	'static',
	'svelte.config.js',
	'vite.config.ts',
	'package.json',
	'package-lock.json',
	'tsconfig.json'
];
/** Compressing takes longer than everything else. */
const uncompressed: Edit = ['svelte.config.js', /precompress: true/, 'precompress: false'];

const minute = 60_000;
const builds = join(tmpdir(), 'kandong-releases');
const packages = inProject('node_modules');

/**
 * Builds the project as edited, once for the same sources, also where two workers want it at the same time.
 * @param changes what its sources have that the project's have not
 * @returns its folder
 */
export async function build(name: string, changes: readonly Edit[]): Promise<string> {
	const edits = [...changes, uncompressed];
	// A build links to the packages of its project: one of another checkout may have lost them.
	const digest = digestOfSources(root, [...edits.map(String), packages].join()).slice(0, 12);
	const folder = join(builds, `${name}-${digest}`);
	mkdirSync(builds, { recursive: true });
	for (const name of readdirSync(builds)) forget(join(builds, name), 60 * minute);
	while (!isBuilt(folder)) {
		if (takes(folder)) await buildIn(folder, edits).catch((error: unknown) => giveUp(folder, error));
		else await wait(200);
	}
	return folder;
}

const isBuilt = (folder: string) => existsSync(join(folder, 'built'));

/** One worker builds; one that was ended in the middle of it does not stand in the way for ever. */
function takes(folder: string): boolean {
	forget(folder, 3 * minute);
	try {
		mkdirSync(folder);
		return true;
	} catch {
		return false;
	}
}

function giveUp(folder: string, error: unknown): never {
	rmSync(folder, { recursive: true, force: true });
	throw error;
}

function forget(folder: string, age: number): void {
	const { mtimeMs = Date.now() } = statSync(folder, { throwIfNoEntry: false }) ?? {};
	if (Date.now() - mtimeMs > age) rmSync(folder, { recursive: true, force: true });
}

async function buildIn(folder: string, edits: readonly Edit[]): Promise<void> {
	for (const path of parts) cpSync(inProject(path), join(folder, path), { recursive: true });
	symlinkSync(packages, join(folder, 'node_modules'));
	for (const one of edits) edit(folder, one);
	const vite = spawn(process.execPath, [tool('vite'), 'build'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
	let output = '';
	for (const stream of [vite.stdout, vite.stderr]) stream.on('data', (text) => (output += String(text)));
	const [code] = (await once(vite, 'exit')) as [number | null];
	if (code !== 0) throw new Error(`${output}\nThe release could not be built.`);
	writeFileSync(join(folder, 'built'), '');
}
