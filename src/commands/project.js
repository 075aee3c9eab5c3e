import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** The project's folder, wherever the command was called from. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * A path inside the project.
 * @param {string[]} parts
 */
export function inProject(...parts) {
	return join(root, ...parts);
}
