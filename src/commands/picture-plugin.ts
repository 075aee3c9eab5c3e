import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { Plugin } from 'vite';
import { withoutLocale } from '../lib/plan/locale.ts';
import { inProject } from './project.js';
import { run } from './run.js';

const served = /^\/share\/[a-z0-9-]+\.(?:jpg|png)$/;

/** In a process of its own: the pictures need the compiled words, the fonts and every core, and the build none of them. */
async function make(...args: string[]): Promise<void> {
	const { code, output } = await run(process.execPath, [inProject('src/commands/pictures.ts'), ...args], {
		quiet: true
	});
	if (code !== 0) throw new Error(`The share pictures could not be made.\n${output}`);
}

/**
 * Share pictures, beside the client's files: they are served like these, with their type and time to live, but are in no
 * list of files that the service worker keeps. In development each is made when it is asked for.
 */
export function sharePictures(): Plugin {
	return {
		name: 'kandong:share-pictures',
		async writeBundle({ dir }) {
			if (this.environment.name === 'client' && dir?.endsWith('client')) await make(dir);
		},
		configureServer({ middlewares }) {
			middlewares.use((request, response, next) => {
				const path = (request.url ?? '').split('?', 1)[0] ?? '';
				if (!served.test(withoutLocale(path))) return next();
				const into = inProject('node_modules', '.cache', 'kandong-dev');
				make(into, path).then(() => {
					const file = join(into, path);
					if (!existsSync(file)) return next();
					response.setHeader('content-type', path.endsWith('.png') ? 'image/png' : 'image/jpeg');
					createReadStream(file).pipe(response);
				}, next);
			});
		}
	};
}
