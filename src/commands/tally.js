/**
 * What a part of the tests came to; notes say what was left out and why, and `unsteady` names what passed only when it was
 * tried again: those are counted as passed, and somebody's to look into.
 * @typedef {{ passed: number, failed: number, skipped: number, notes: string[], unsteady: string[] }} Tally
 */

/**
 * A part that counts as one test.
 * @param {boolean} passed
 * @returns {Tally}
 */
export function single(passed) {
	return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0, notes: [], unsteady: [] };
}

/**
 * A part that could not be run.
 * @param {string} reason
 * @returns {Tally}
 */
export function left(reason) {
	return { passed: 0, failed: 0, skipped: 1, notes: [reason], unsteady: [] };
}

/** @param {Tally[]} tallies */
export function total(tallies) {
	return tallies.reduce(
		(sum, { passed, failed, skipped, notes, unsteady }) => ({
			passed: sum.passed + passed,
			failed: sum.failed + failed,
			skipped: sum.skipped + skipped,
			notes: [...sum.notes, ...notes],
			unsteady: [...sum.unsteady, ...unsteady]
		}),
		{ passed: 0, failed: 0, skipped: 0, notes: [], unsteady: [] }
	);
}

/**
 * A runner can fail with every test passed: a file that does not load, a leak, no report at all.
 * @param {Tally} tally
 * @param {number} code
 * @returns {Tally}
 */
function withExitCode(tally, code) {
	return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

/**
 * @typedef {{ status: string, fullName: string }} VitestTest
 * @typedef {{ testResults: { assertionResults: VitestTest[] }[] }} VitestReport
 */

/**
 * @param {VitestReport | undefined} report
 * @param {number} code
 */
export function vitestTally(report, code) {
	const tests = report?.testResults.flatMap(({ assertionResults }) => assertionResults) ?? [];
	const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed');
	const tally = {
		passed: tests.filter(({ status }) => status === 'passed').length,
		failed: tests.filter(({ status }) => status === 'failed').length,
		skipped: skipped.length,
		notes: skipped.map(({ fullName }) => fullName),
		unsteady: []
	};
	return withExitCode(tally, code);
}

/**
 * @typedef {{ type: string, description?: string }} Annotation
 * @typedef {{ status: string, annotations: Annotation[] }} PlaywrightTest
 * @typedef {{ title: string, tests: PlaywrightTest[] }} PlaywrightSpec
 * @typedef {{ specs: PlaywrightSpec[], suites?: PlaywrightSuite[] }} PlaywrightSuite
 * @typedef {{ suites: PlaywrightSuite[] }} PlaywrightReport
 */

/**
 * @param {PlaywrightSuite} suite
 * @returns {PlaywrightSpec[]}
 */
function specsOf(suite) {
	return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)];
}

/**
 * @param {PlaywrightReport | undefined} report
 * @param {number} code
 */
export function playwrightTally(report, code) {
	const specs = report?.suites.flatMap(specsOf) ?? [];
	const tests = specs.flatMap(({ title, tests }) => tests.map((test) => ({ title, ...test })));
	const skipped = tests.filter(({ status }) => status === 'skipped');
	const unsteady = tests.filter(({ status }) => status === 'flaky').map(({ title }) => title);
	const tally = {
		passed: tests.filter(({ status }) => status === 'expected').length + unsteady.length,
		failed: tests.filter(({ status }) => status === 'unexpected').length,
		skipped: skipped.length,
		notes: skipped.map(({ title, annotations }) => {
			const reason = annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description;
			return reason ? `${title}: ${reason}` : title;
		}),
		unsteady
	};
	return withExitCode(tally, code);
}
