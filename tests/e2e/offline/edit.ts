import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file of the project, what it says, and what it shall say instead, to the letter; a file that is not there is empty. */
export type Edit = readonly [path: string, from: RegExp, to: string];

export function edit(folder: string, [path, from, to]: Edit): void {
	const file = join(folder, path);
	const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
	const after = before.replace(from, () => to);
	if (after === before) throw new Error(`${path} does not say ${String(from)} any more.`);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, after);
}
