import { total } from './tally.js';

/** @typedef {import('./tally.js').Tally & { name: string, seconds: number }} Part */

/**
 * What the tests came to: a table, what was skipped and why, what passed only when tried again, and a last line that other programs read.
 * @param {Part[]} parts
 */
export function summary(parts) {
	const width = Math.max(...parts.map(({ name }) => name.length));
	const rows = parts.map(({ name, passed, failed, skipped, seconds }) =>
		[
			failed > 0 ? '✗' : skipped > 0 && passed === 0 ? '–' : '✓',
			name.padEnd(width),
			String(passed).padStart(5),
			String(failed).padStart(6),
			String(skipped).padStart(7),
			seconds.toFixed(1).padStart(7)
		].join('  ')
	);
	const heading = `   ${''.padEnd(width)}  passed  failed  skipped  seconds`;

	/** @param {'notes' | 'unsteady'} kind */
	const named = (kind) => parts.flatMap((part) => part[kind].map((line) => `  ${part.name}: ${line}`));
	const notes = named('notes');
	const unsteady = named('unsteady');
	const { passed, failed, skipped } = total(parts);
	return [
		heading,
		...rows,
		...(notes.length > 0 ? ['', 'Skipped:', ...notes] : []),
		...(unsteady.length > 0 ? ['', 'Passed only when tried again, so look into them:', ...unsteady] : []),
		'',
		`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
	].join('\n');
}
