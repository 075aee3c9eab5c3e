import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from './project.js';
import { run } from './run.js';
import { tool } from './tool.js';

/**
 * When the newest of a folder's files was written.
 * @param {string} folder
 * @param {RegExp} files which of them count
 */
function newest(folder, files) {
	if (!existsSync(folder)) return 0;
	const paths = readdirSync(folder, { recursive: true }).map(String);
	return Math.max(0, ...paths.filter((path) => files.test(path)).map((path) => statSync(join(folder, path)).mtimeMs));
}

/**
 * Compiles the words for the type checker, when the last build or `npm run dev` has not: those compile them with the
 * addresses of both languages, and a server that runs must keep what it has.
 * @param {string} node
 */
export async function compileWords(node) {
	const words = inProject('src', 'words');
	const compiled = inProject('src', 'lib', 'paraglide');
	// The compiler keeps notes of its own beside its settings.
	const written = newest(words, /^([\w-]+|project\.inlang[\\/]settings)\.json$/);
	if (newest(compiled, /\.js$/) > written) return;
	const script = tool('@inlang/paraglide-js', 'paraglide-js');
	const only = ['--no-emit-git-ignore', '--no-emit-prettier-ignore', '--no-emit-readme'];
	const folders = ['--project', join(words, 'project.inlang'), '--outdir', compiled];
	const { code, output } = await run(node, [script, 'compile', ...folders, ...only], { quiet: true });
	if (code !== 0) throw new Error(`${output.trim()}\nThe words could not be compiled.`);
}
