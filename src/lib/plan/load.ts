import { checkContent } from './check/index.ts';
import { Lookup } from './content/lookup.ts';
import { readContent } from './content/read.ts';
import type { Plan } from './plan.ts';
import { ContentError, inOrder, type Problem } from './problem.ts';
import { publish } from './publish.ts';

export interface LoadedPlan {
	plan: Plan;
	lookup: Lookup;
}

/** All problems of a plan's folder (file name → text), in the order of files and lines; empty when it may be published. */
export function findProblems(folder: ReadonlyMap<string, string>): Problem[] {
	const { content, problems } = readContent(folder);
	return inOrder(content ? [...problems, ...checkContent(new Lookup(content))] : problems);
}

/**
 * Reads, checks and publishes a plan's folder.
 * @throws {ContentError} with every problem, when there is any.
 */
export function loadPlan(folder: ReadonlyMap<string, string>): LoadedPlan {
	const { content, problems } = readContent(folder);
	if (!content) throw new ContentError(inOrder(problems));
	const lookup = new Lookup(content);
	const all = inOrder([...problems, ...checkContent(lookup)]);
	if (all.length > 0) throw new ContentError(all);
	return { plan: publish(lookup), lookup };
}
