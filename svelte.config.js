import adapter from '@sveltejs/adapter-node';
import { digestOfSources } from './src/commands/built.js';
import { root } from './src/commands/project.js';
import { locales, withLocale, withoutLocale } from './src/lib/plan/locale.ts';

/** Pages to which no page links, in one language or in all. */
const unlinked = ['/', '/manifest.webmanifest', '/offline', '/v'];

const origin = process.env.ORIGIN ?? 'http://localhost:4173';

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter({ precompress: true }),
		// A page served offline for a deep link must find its files: addresses from the root, not relative ones.
		paths: { relative: false },
		// The same sources make the same release, so that a rebuild asks no reader to update. It is the revision of offline pages.
		version: { name: digestOfSources(root, origin).slice(0, 12) },
		// Prerendered pages carry hashes, the few dynamic ones nonces. No inline styles anywhere, so no exception for them.
		csp: {
			mode: 'auto',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				'style-src': ['self'],
				// The one style attribute there is: SvelteKit's route announcer hides itself with it.
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'img-src': ['self', 'data:'],
				// The silence that plays beside speech (lib/speech/background.ts).
				'media-src': ['self', 'blob:'],
				'connect-src': ['self'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['self']
			}
		},
		// The page registers the worker itself, once reading no longer waits for anything.
		serviceWorker: { register: false },
		prerender: {
			entries: ['*', ...locales.flatMap((locale) => unlinked.map((path) => withLocale(path, locale)))],
			// Absolute addresses (canonical, hreflang, sitemap) are written at build time.
			origin,
			handleHttpError: ({ path, message }) => {
				// Share pictures are drawn beside the pages, not by them; tests/built/preview.test.ts looks for each.
				if (!withoutLocale(path).startsWith('/share/')) throw new Error(message);
			},
			handleMissingId: 'fail'
		}
	}
};
