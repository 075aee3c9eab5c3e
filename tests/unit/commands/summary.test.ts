import { describe, expect, it } from 'vitest';
import { summary } from '../../../src/commands/summary.js';
import { left, single } from '../../../src/commands/tally.js';

const lastLine = (text: string) => text.split('\n').at(-1);

describe('the summary', () => {
	it('ends with the counts, alone on a line', () => {
		const parts = [
			{ name: 'unit', ...single(true), seconds: 1.25 },
			{ name: 'plan', ...single(false), seconds: 0.5 }
		];
		expect(lastLine(summary(parts))).toBe('1 passed, 1 failed');
	});

	it('says what was skipped and why', () => {
		const text = summary([{ name: 'browser tests', ...left('there is no browser'), seconds: 0 }]);
		expect(text).toContain('browser tests: there is no browser');
		expect(lastLine(text)).toBe('0 passed, 0 failed, 1 skipped');
	});

	it('names what passed only when it was tried again', () => {
		const tally = { ...single(true), unsteady: ['a release is taken'] };
		const text = summary([{ name: 'browser tests', ...tally, seconds: 1 }]);
		expect(text).toContain('Passed only when tried again, so look into them:\n  browser tests: a release is taken');
		expect(lastLine(text)).toBe('1 passed, 0 failed');
	});
});
