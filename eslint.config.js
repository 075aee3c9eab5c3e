import js from '@eslint/js';
import { defineConfig, includeIgnoreFile } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import { fileURLToPath } from 'node:url';
import typescript from 'typescript-eslint';
import { importDirection } from './src/commands/lint/import-direction.js';
import svelteConfig from './svelte.config.js';

export default defineConfig(
	// What git ignores was not written by hand: the build, and the words that Paraglide compiles.
	includeIgnoreFile(fileURLToPath(new URL('.gitignore', import.meta.url))),

	js.configs.recommended,
	typescript.configs.strictTypeChecked,
	svelte.configs.recommended,
	svelte.configs.prettier,

	{
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			// The extension stands here, not with the Svelte files only: a program for each kind of file takes twice as long.
			parserOptions: { projectService: { allowDefaultProject: ['*.js'] }, extraFileExtensions: ['.svelte'] }
		},
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		plugins: { kandong: { rules: { 'import-direction': importDirection } } },
		rules: {
			'kandong/import-direction': 'error',
			eqeqeq: 'error',

			'@typescript-eslint/ban-ts-comment': [
				'error',
				{ 'ts-check': true, 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true }
			],
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
			'@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],

			// What strict forbids and is plain to read: numbers in texts, one-line callbacks, the characters of a string.
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowNever: true }],
			'@typescript-eslint/no-confusing-void-expression': 'off',
			'@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],

			// TypeScript knows better what is defined.
			'no-undef': 'off'
		}
	},

	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { parser: typescript.parser, svelteConfig }
		},
		rules: {
			'svelte/button-has-type': 'error',
			// The content security policy refuses them in what the server renders.
			'svelte/no-inline-styles': ['error', { allowTransitions: true }],
			// Links are made by $lib/ui/address, which knows the language; the app stands at the root of its origin.
			'svelte/no-navigation-without-resolve': 'off'
		}
	},

	{
		// All that runs in a browser. tests/built/lookbehind.test.ts asks the same of what packages bring along.
		files: ['src/**'],
		ignores: [
			'src/commands/**',
			'src/lib/pictures/**',
			'src/lib/plan/check/**',
			'src/lib/plan/languages/**',
			'src/lib/server/**'
		],
		rules: {
			'no-restricted-syntax': [
				'error',
				{
					selector: String.raw`Literal[regex.pattern=/\(\?<[=!]/]`,
					message: 'Safari before 16.4 stops at a regular expression that looks behind, and with it the whole file.'
				}
			]
		}
	},

	{
		// The linter can't infer what a page's data and a snippet's parameters are; svelte-check does, strictly.
		files: ['**/*.svelte'],
		rules: {
			'@typescript-eslint/no-unsafe-argument': 'off',
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-call': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off',
			'@typescript-eslint/no-unsafe-return': 'off'
		}
	},

	{
		files: ['**/*.js'],
		rules: {
			// JSDoc can't give JSON a type on its way in without a cast for each line.
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-return': 'off'
		}
	}
);
