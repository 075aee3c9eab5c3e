import type { ProblemCode } from '../api/problem.ts';

/** What the server says for itself. Not among the interface's words: a worker has those only after a build. */
export interface ServerWords {
	/** What is wrong with a request, and what to do. */
	problems: Readonly<Record<ProblemCode, string>>;
	/** Notifications that no update sends. */
	activation: { title: string; body: string };
	test: { title: string; body: string };
}
