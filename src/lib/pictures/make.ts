/** Brings every picture to where it is served from, and draws only those that nobody has drawn before. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { languages } from '../plan/languages/index.ts';
import { pictureAddress, shapes, type Shape } from '../share/picture-address.ts';
import type { Face } from './face.ts';
import { paletteOf, type Palette } from './palette.ts';

export interface Job {
	face: Face;
	shape: Shape;
	palette: Palette;
	/** Where the drawn picture is kept. */
	file: string;
}

export interface Making {
	/** The project's folder. */
	root: string;
	faces: readonly Face[];
	/** The folder that is the site's root. */
	into: string;
	/** Where pictures of earlier builds are kept. */
	cache: string;
	/** Only the picture at this address. */
	only?: string;
}

/** @returns how many there are, and how many had to be drawn */
export async function makePictures({
	root,
	faces,
	into,
	cache,
	only
}: Making): Promise<{ all: number; drawn: number }> {
	const css = await readFile(join(root, 'src/app.css'), 'utf8');
	const code = await codeDigest(root);
	await mkdir(cache, { recursive: true });
	const placed = faces.flatMap((face) =>
		(Object.keys(shapes) as Shape[]).map((shape) => {
			const palette = paletteOf(css, face.topic);
			const file = join(cache, keyOf(code, face, shape, palette) + shapes[shape].ending);
			return { job: { face, shape, palette, file }, address: pictureAddress(face.subject, shape, face.locale) };
		})
	);
	const wanted = placed.filter(({ address }) => only === undefined || address === only);
	const missing = wanted.map(({ job }) => job).filter(({ file }) => !existsSync(file));
	await drawAll(missing);
	for (const { job, address } of wanted) await place(job.file, join(into, address));
	await forgetOld(cache);
	return { all: wanted.length, drawn: missing.length };
}

function keyOf(code: string, face: Face, shape: Shape, palette: Palette): string {
	const { spaced, picture } = languages[face.locale];
	return sha256(JSON.stringify([code, shape, palette, face, spaced, picture])).slice(0, 32);
}

/** A thread for each core; each takes every so-manieth picture, so that all have as much to do. */
async function drawAll(jobs: readonly Job[]): Promise<void> {
	const threads = Math.min(availableParallelism(), 8, jobs.length);
	await Promise.all(
		Array.from({ length: threads }, (_, thread) => drawIn(jobs.filter((_, at) => at % threads === thread)))
	);
}

function drawIn(jobs: readonly Job[]): Promise<void> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: jobs });
		worker.once('error', reject);
		worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error('The pictures could not be drawn.'))));
	});
}

async function place(file: string, to: string): Promise<void> {
	await mkdir(dirname(to), { recursive: true });
	await copyFile(file, to);
	const now = new Date();
	await utimes(file, now, now);
}

const month = 30 * 24 * 60 * 60 * 1000;

async function forgetOld(cache: string): Promise<void> {
	for (const name of await readdir(cache)) {
		const file = join(cache, name);
		const { mtimeMs = Date.now() } = (await stat(file).catch(() => undefined)) ?? {};
		if (Date.now() - mtimeMs > month) await rm(file, { force: true });
	}
}

/** What the drawing is made of: its code, and the packages that draw. */
const drawing = ['src/lib/pictures', 'src/lib/chart/chart.ts', 'src/lib/chart/hatch.ts', 'src/lib/chart/wrap-text.ts'];
const packages = ['@napi-rs/canvas', 'chart.js', 'uqr', 'lucide-static', '@expo-google-fonts'];

async function codeDigest(root: string): Promise<string> {
	const digest = createHash('sha256');
	for (const path of drawing) {
		const full = join(root, path);
		const files = path.endsWith('.ts') ? [full] : (await readdir(full)).sort().map((name) => join(full, name));
		for (const file of files) digest.update(await readFile(file));
	}
	const { devDependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
		devDependencies: Record<string, string>;
	};
	const used = Object.entries(devDependencies).filter(([name]) => packages.some((known) => name.startsWith(known)));
	return digest.update(JSON.stringify(used)).digest('hex');
}

function sha256(text: string): string {
	return createHash('sha256').update(text, 'utf8').digest('hex');
}
