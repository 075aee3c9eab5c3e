import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of the project, what it says, and what it shall say instead; a file that is not there is empty. */
export type Edit = readonly [path: string, from: RegExp, to: string];

export function edit(folder: string, [path, from, to]: Edit): void {
	const file = join(folder, path);
	const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
	const after = before.replace(from, to);
	if (after === before) throw new Error(`${path} does not say ${String(from)} any more.`);
	writeFileSync(file, after);
}
