/** One mistake in the content: what is wrong, where, and how to mend it. */
export interface Problem {
	/** Path inside the plan's folder, such as `cards/jobs.yaml`. */
	file: string;
	/** 1-based line of the value that is wrong. */
	line: number;
	what: string;
	mend: string;
}

/** `cards/jobs.yaml:12  title is too long … → shorten it` */
export function formatProblem({ file, line, what, mend }: Problem): string {
	return `${file}:${line}  ${what}\n    → ${mend}`;
}

/** By file and line, as an editor works through them; the same on every machine, whatever its language. */
export function inOrder(problems: readonly Problem[]): Problem[] {
	return [...problems].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

/** Thrown by the build: every mistake at once, so that one run is enough to mend them all. */
export class ContentError extends Error {
	override name = 'ContentError';

	readonly problems: readonly Problem[];

	constructor(problems: readonly Problem[]) {
		const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
		super(`The plan’s content has ${count}:\n\n${problems.map(formatProblem).join('\n')}\n`);
		this.problems = problems;
	}
}
