import { dirname, join, relative, sep } from 'node:path';
import { root } from '../project.js';
import { layers } from './layers.js';

/**
 * The part of the source that a file belongs to, or undefined for what lies outside of it.
 * Whatever is neither in the library nor one of the other parts arranges pages: routes, hooks.
 * @param {string} file
 */
function layerOf(file) {
	const [top, first = '', second = ''] = relative(root, file).split(sep);
	if (top !== 'src' || first === 'content' || first === 'words') return undefined;
	if (first === 'lib') return second;
	return first in layers ? first : 'routes';
}

/**
 * @param {string} from the importing file
 * @param {string} address as the import has it
 */
function resolve(from, address) {
	if (address.startsWith('.')) return join(dirname(from), address);
	if (address === '$lib' || address.startsWith('$lib/')) return join(root, 'src/lib', address.slice('$lib'.length));
	if (address.startsWith('/src/')) return join(root, address);
	return undefined;
}

/**
 * Why a file must not import an address; undefined when it may.
 * @param {string} file
 * @param {string} address
 */
export function importProblem(file, address) {
	const target = resolve(file, address);
	const from = layerOf(file);
	const to = target && layerOf(target);
	if (from === undefined || to === undefined || from === to) return undefined;
	if (to === 'routes') return `${from} must not import ${address}: nobody imports pages.`;
	if (from === 'routes') return to === 'commands' ? 'Pages must not import commands.' : undefined;

	const allowed = layers[from];
	if (!allowed) return `src/lib/${from} has no place in src/commands/lint/layers.js yet: say there what it may import.`;
	if (allowed.includes(to)) return undefined;
	return `${from} must not import ${to}: it may import ${allowed.length > 0 ? allowed.join(', ') : 'nothing of ours'}.`;
}

/**
 * A rule of our own, because no-restricted-imports knows neither the importing file nor `import()`,
 * and it is `import()` that brings in charts and the device's database.
 * @type {import('eslint').Rule.RuleModule}
 */
export const importDirection = {
	meta: { type: 'problem', schema: [] },
	create(context) {
		/** @param {{ source?: unknown }} node */
		function check(node) {
			const source = /** @type {import('estree').Literal | null | undefined} */ (node.source);
			if (typeof source?.value !== 'string') return;
			const message = importProblem(context.filename, source.value);
			if (message) context.report({ node: source, message });
		}
		return {
			ImportDeclaration: check,
			ImportExpression: check,
			ExportNamedDeclaration: check,
			ExportAllDeclaration: check,
			TSImportType: check
		};
	}
};
