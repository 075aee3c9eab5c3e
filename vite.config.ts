import process from 'node:process';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { minifySync, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { contentFolder, readFolder } from './src/commands/content-folder.ts';
import { originNotice } from './src/commands/environment.js';
import { sharePictures } from './src/commands/picture-plugin.ts';
import { findProblems } from './src/lib/plan/load.ts';
import { ContentError } from './src/lib/plan/problem.ts';

/** Stops the build with every mistake in the plan's content, before a page is made from it. */
function checkedContent(): Plugin {
	return {
		name: 'kandong:checked-content',
		async buildStart() {
			const notice = originNotice(process.env);
			if (notice && this.environment.mode === 'build' && this.environment.name === 'client') this.warn(notice);
			const problems = findProblems(await readFolder(contentFolder));
			if (problems.length > 0) this.error(new ContentError(problems).message);
		}
	};
}

/**
 * The tokens' OKLCH colours lie within sRGB, so the hex that Lightning CSS writes for old phones is exact. The lab() it
 * repeats for newer ones says the same in many more bytes: a seventh of what a page has in styles.
 */
function colourOnce(): Plugin {
	return {
		name: 'kandong:colour-once',
		generateBundle(_, bundle) {
			for (const file of Object.values(bundle)) {
				if (file.type !== 'asset' || !file.fileName.endsWith('.css')) continue;
				file.source = file.source.toString().replace(/@supports \(color:lab\(0% 0 0\)\)\{(?:[^{}]*\{[^{}]*\})*\}/g, '');
			}
		}
	};
}

/** The one script that is no module and so passes by the bundler (src/early.js): every page waits for it. */
function earlyScript(): Plugin {
	return {
		name: 'kandong:early-script',
		generateBundle(_, bundle) {
			for (const file of Object.values(bundle)) {
				if (file.type !== 'asset' || !/\bearly\.[^/]*js$/.test(file.fileName)) continue;
				file.source = minifySync('early.js', file.source.toString(), { module: false }).code;
			}
		}
	};
}

/**
 * SvelteKit links a page's styles by walking through what its scripts import, what they import when asked too, and each
 * script once: a component met first behind an import that waits was taken for one that waits, and its page came without
 * its styles. A page links what it is built with; the rest brings its own styles when it is fetched.
 */
function linkedStyles(): Plugin {
	return {
		name: 'kandong:linked-styles',
		enforce: 'post',
		generateBundle: {
			order: 'post',
			handler(_, bundle) {
				const manifest = bundle['.vite/manifest.json'];
				if (this.environment.name !== 'client' || manifest?.type !== 'asset') return;
				const chunks = JSON.parse(manifest.source.toString()) as Record<string, { dynamicImports?: string[] }>;
				for (const chunk of Object.values(chunks)) delete chunk.dynamicImports;
				manifest.source = JSON.stringify(chunks, undefined, 2);
			}
		}
	};
}

/** A machine that is slow must fail nothing; ms. */
const testTimeout = 60_000;

export default defineConfig({
	plugins: [
		checkedContent(),
		paraglideVitePlugin({
			project: './src/words/project.inlang',
			outdir: './src/lib/paraglide',
			// The address says the language: see src/hooks.ts and src/hooks.server.ts.
			strategy: ['custom-address', 'baseLocale'],
			emitGitIgnore: false
		}),
		sveltekit(),
		colourOnce(),
		earlyScript(),
		linkedStyles(),
		sharePictures()
	],
	css: {
		transformer: 'lightningcss',
		lightningcss: {
			// Chrome 100 stands for the WebViews of five-year-old phones: light-dark(), oklch() and nesting are compiled for them.
			targets: { chrome: 100 << 16, safari: (15 << 16) | (4 << 8), firefox: 115 << 16 }
		}
	},
	build: {
		cssMinify: 'lightningcss',
		// Each place that imports when asked would name every script that one needs, twice a hash: as much as a page's own code.
		// What it needs is nearly always here already, and otherwise one step away.
		modulePreload: { resolveDependencies: (_, files) => files.filter((file) => file.endsWith('.css')) },
		rolldownOptions: {
			output: {
				// Half the length of a hash when compressed, and every page and the worker name dozens of them. 32 bits are
				// enough to tell the files of a release from those of the release before.
				hashCharacters: 'hex',
				// A word, an icon or a helper that several pages have would be a file of its own: a hundred bytes that each page must name.
				codeSplitting: {
					groups: [
						{ name: 'words', test: /\/lib\/paraglide\/messages\//, minShareCount: 5 },
						// Titles of pages about the app, which they name to each other, and words of what opens when asked.
						{
							name: 'titles',
							test: /\/messages\/(?:access_title|aloud_rate_short|check_(?:title|invite|enter)|close|glossary_title|offline_again|report_title)\.js/,
							minShareCount: 2
						},
						{
							name: 'shared',
							test: /disclose-version|preload-helper|\/runtime\/app\/navigation|\/ui\/(?:topic-icon|when-idle)|\/device\/push-message/,
							minShareCount: 3
						}
					]
				}
			}
		}
	},
	test: {
		projects: [
			{ extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout } },
			{ extends: true, test: { name: 'built', include: ['tests/built/**/*.test.ts'], testTimeout } },
			{ extends: true, test: { name: 'server', include: ['tests/server/**/*.test.ts'], testTimeout } },
			{ extends: true, test: { name: 'firefox', include: ['tests/firefox/**/*.test.ts'] } }
		]
	}
});
