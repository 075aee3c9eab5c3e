import { expect, test } from 'vitest';
import { textSizeAfter } from '../../../src/lib/settings/text-size.ts';

test.each([
	[100, 1, 115],
	[200, 1, 200],
	[100, -1, 100],
	[150, -1, 130],
	// From another version of the app.
	[140, 1, 150],
	[140, -1, 130]
] as const)('from %i %% by %i to %i %%', (size, by, to) => {
	expect(textSizeAfter(size, by)).toBe(to);
});
