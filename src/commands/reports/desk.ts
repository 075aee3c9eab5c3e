/** The editor's desk for what readers say is wrong. Each command resolves to its exit code. */
import type { Plan } from '../../lib/plan/plan.ts';
import type { Database } from '../../lib/server/database/connect.ts';
import { readKeys, tieKeys } from '../../lib/server/push/keys.ts';
import { Reports, type OpenReport } from '../../lib/server/reports/reports.ts';
import type { ServerSettings } from '../../lib/server/settings.js';
import { withDatabase } from '../with-database.ts';

/** What is open, by figure: what it says now, and what readers say about it. */
export function list(plan: Plan): Promise<number> {
	return withDatabase(async (database, settings) => {
		console.log(listing(plan, await (await reportsIn(database, settings)).open()));
	});
}

/** @param update the correction that answers it; null: nothing was wrong */
export function close(plan: Plan, number: number, update: string | null): Promise<number> | number {
	if (update !== null && !plan.updates.some(({ id, kind }) => id === update && kind === 'correction')) {
		console.error(
			`The plan has no correction “${update}”. Write updates/${update}.yaml with “kind: correction” first; readers find it at /about#corrections.`
		);
		return 1;
	}
	return withDatabase(async (database, settings) => {
		if (await (await reportsIn(database, settings)).close(number, update)) {
			console.log(`Report ${number} is closed, and its contact deleted.`);
			return 0;
		}
		console.error(`There is no open report ${number}: npm run plan -- reports lists them.`);
		return 1;
	});
}

/** Reports as text for a terminal. */
export function listing(plan: Plan, reports: readonly OpenReport[]): string {
	if (reports.length === 0) return 'No open reports.';
	const figures = [...new Set(reports.map(({ figure }) => figure))];
	const blocks = figures.map((figure) =>
		[headOf(plan, figure), ...reports.filter((report) => report.figure === figure).map(entryOf)].join('\n')
	);
	return [...blocks, `${reports.length} open. npm run plan -- reports close {number} --with {update}`].join('\n\n');
}

function headOf(plan: Plan, id: string | null): string {
	if (id === null) return 'not about a number';
	const figure = plan.figures.find((known) => known.id === id);
	return figure
		? `${id}: ${figure.indicator.zh}, ${figure.period}, ${figure.shown.zh}`
		: `${id}: no longer in the plan`;
}

function entryOf({ number, received, version, edition, locale, words, contact }: OpenReport): string {
	const lines = plain(words).replaceAll('\n', '\n       ');
	const answerTo = contact === '' ? '' : `\n       answer to: ${plain(contact).replaceAll('\n', ' ')}`;
	return `  ${String(number).padStart(3)}  ${received}, edition ${edition} (${version}), ${locale}\n       ${lines}${answerTo}`;
}

/** Strangers' words must not steer the terminal, nor turn what is shown around: such characters are spelled out. */
function plain(text: string): string {
	return text.replace(
		// eslint-disable-next-line no-control-regex -- it is these that are looked for
		/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
		(character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
	);
}

async function reportsIn({ kysely }: Database, settings: ServerSettings): Promise<Reports> {
	const keys = await readKeys(settings.folder, settings);
	await tieKeys(keys, kysely);
	return new Reports(kysely, keys.vault);
}
