import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** Where the plan that this app shows is kept. */
export const contentFolder = join(import.meta.dirname, '../content/jinhua-2021');

/** A plan's folder as file names (with “/”) and texts. */
export async function readFolder(folder: string): Promise<Map<string, string>> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
	return new Map(
		await Promise.all(
			files
				.sort()
				.map(async (file) => [relative(folder, file).split(sep).join('/'), await readFile(file, 'utf8')] as const)
		)
	);
}
