import type * as v from 'valibot';
import { languageName } from '../language-name.ts';
import { locales } from '../locale.ts';
import type { Problem } from '../problem.ts';
import type { Path, Written } from './yaml-file.ts';

type Issues = readonly v.BaseIssue<unknown>[];

/** What does not fit the schema, in an editor’s words. `base` is where the checked data stands in the file. */
export function shapeProblems(file: Written, issues: Issues, base: Path = []): Problem[] {
	return issues.map((issue) => {
		const whole = [...base, ...pathOf(issue)];
		const place = file.place(whole);
		const name = place.path.length > 0 ? `“${place.path.join('.')}”` : 'the file';
		const refused = (what: string, mend: string) => place.file.problem(place.path, what, mend);
		const language = locales.find((locale) => locale === whole.at(-1));
		if (language !== undefined && isMissing(issue)) {
			return refused(
				`the ${languageName(language)} text is missing: ${name}`,
				`translate it: add ${String(place.path.at(-1))}.`
			);
		}
		if (isMissing(issue)) return refused(`${name} is missing`, 'add it; see src/content/README.md.');
		if (issue.expected === 'never')
			return refused(
				`${name} is not known here`,
				'correct its spelling or indentation, or take it out; see src/content/README.md.'
			);
		return refused(`${name}: ${issue.message}`, 'see src/content/README.md for what may stand here.');
	});
}

/**
 * The data with “…” in place of each missing translation, so that the other rules can still be checked: an editor gets
 * all problems at once. The missing ones have been reported.
 */
export function withPlaceholders(data: unknown, issues: Issues): unknown {
	const copy: unknown = structuredClone(data);
	for (const issue of issues) {
		const path = pathOf(issue);
		const parent = path.slice(0, -1).reduce<unknown>(memberOf, copy);
		const language = locales.find((locale) => locale === path.at(-1));
		if (isObject(parent) && language !== undefined && isMissing(issue)) parent[language] = '…';
	}
	return copy;
}

function isMissing({ type, expected, received }: v.BaseIssue<unknown>): boolean {
	return type === 'non_empty' || (expected !== 'never' && (received === 'undefined' || received === 'null'));
}

function pathOf({ path }: v.BaseIssue<unknown>): (string | number)[] {
	return (path ?? []).map(({ key }) => key).filter((key) => typeof key === 'string' || typeof key === 'number');
}

function memberOf(parent: unknown, key: string | number): unknown {
	return isObject(parent) ? parent[key] : undefined;
}

function isObject(value: unknown): value is Record<string | number, unknown> {
	return typeof value === 'object' && value !== null;
}
