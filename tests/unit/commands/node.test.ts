import { expect, it } from 'vitest';
import { isModern } from '../../../src/commands/node.js';

it.each([
	['v24.21.0\n', true],
	['26.0.0', true],
	['v20.19.0', false],
	['v9.0.0', false],
	['', false]
])('a Node that calls itself %j is new enough: %s', (version, modern) => {
	expect(isModern(version)).toBe(modern);
});
