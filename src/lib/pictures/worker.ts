/** A thread that draws pictures, given as jobs. Whoever looks sees a picture whole or not at all. */
import { renameSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { threadId, workerData } from 'node:worker_threads';
import { draw, encode } from './draw.ts';
import type { Job } from './make.ts';

for (const { face, shape, palette, file } of workerData as Job[]) {
	const half = `${file}.${process.pid}-${threadId}`;
	writeFileSync(half, encode(draw(face, shape, palette), shape));
	renameSync(half, file);
}
