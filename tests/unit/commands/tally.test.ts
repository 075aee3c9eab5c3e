import { describe, expect, it } from 'vitest';
import { left, playwrightTally, single, total, vitestTally } from '../../../src/commands/tally.js';

describe("vitest's report", () => {
	const report = (...statuses: string[]) => ({
		testResults: [{ assertionResults: statuses.map((status) => ({ status, fullName: `a ${status} test` })) }]
	});

	it('is counted, and skipped tests are named', () => {
		expect(vitestTally(report('passed', 'passed', 'failed', 'skipped', 'todo'), 1)).toEqual({
			passed: 2,
			failed: 1,
			skipped: 2,
			notes: ['a skipped test', 'a todo test'],
			unsteady: []
		});
	});

	it('counts a failure when a file did not load though no test failed', () => {
		expect(vitestTally(report('passed'), 1)).toMatchObject({ passed: 1, failed: 1 });
	});

	it('counts a failure when there is none', () => {
		expect(vitestTally(undefined, 1)).toMatchObject({ passed: 0, failed: 1 });
	});
});

describe("Playwright's report", () => {
	const spec = (title: string, status: string, reason?: string) => ({
		title,
		tests: [{ status, annotations: reason === undefined ? [] : [{ type: 'skip', description: reason }] }]
	});

	it('is counted through all its suites, with the reasons for what was skipped', () => {
		const report = {
			suites: [
				{
					specs: [spec('swipes', 'expected'), spec('reads aloud', 'skipped', 'no voice here')],
					suites: [{ specs: [spec('shares', 'unexpected'), spec('prints', 'skipped'), spec('installs', 'flaky')] }]
				}
			]
		};
		expect(playwrightTally(report, 1)).toEqual({
			passed: 2,
			failed: 1,
			skipped: 2,
			notes: ['reads aloud: no voice here', 'prints'],
			unsteady: ['installs']
		});
	});

	it('counts a failure when the server did not start', () => {
		expect(playwrightTally({ suites: [] }, 1)).toMatchObject({ passed: 0, failed: 1 });
	});
});

describe('a sum of tallies', () => {
	it('keeps every note', () => {
		expect(total([single(true), single(false), left('the build failed')])).toEqual({
			passed: 1,
			failed: 1,
			skipped: 1,
			notes: ['the build failed'],
			unsteady: []
		});
	});
});
