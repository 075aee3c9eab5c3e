import { describe, expect, test } from 'vitest';
import { afterQuiet, isQuiet, nextDigest } from '../../../src/lib/server/push/work/local-time.ts';
import { place } from '../../../src/lib/server/push/work/placement.ts';

const at = (iso: string) => new Date(iso);

describe('a reader’s clock', () => {
	test.each([
		['2026-11-25T12:59Z', 'Asia/Shanghai', false],
		['2026-11-25T13:00Z', 'Asia/Shanghai', true],
		['2026-11-25T23:59Z', 'Asia/Shanghai', true],
		['2026-11-26T00:00Z', 'Asia/Shanghai', false],
		['2026-11-25T13:00Z', 'Europe/Madrid', false],
		['2026-11-25T13:00Z', 'No/Where', true]
	])('%s in %s: quiet is %s', (moment, zone, quiet) => expect(isQuiet(at(moment), zone)).toBe(quiet));

	test.each([
		['2026-11-25T14:00Z', 'Asia/Shanghai', '2026-11-26T00:00:00.000Z'],
		['2026-11-25T03:00Z', 'Asia/Shanghai', '2026-11-25T03:00:00.000Z'],
		// Clocks go forward on 29 March 2026: eight in the morning is two hours after UTC then, one the day before.
		['2026-03-28T22:30Z', 'Europe/Madrid', '2026-03-29T06:00:00.000Z'],
		['2026-03-27T22:30Z', 'Europe/Madrid', '2026-03-28T07:00:00.000Z'],
		['2026-11-25T20:00Z', 'Asia/Kathmandu', '2026-11-26T02:15:00.000Z']
	])('after %s in %s it is loud from %s', (moment, zone, loud) =>
		expect(afterQuiet(at(moment), zone).toISOString()).toBe(loud)
	);

	test.each([
		['daily', '2026-11-25T03:00Z', '2026-11-26T00:00:00.000Z'],
		['daily', '2026-11-24T23:59Z', '2026-11-25T00:00:00.000Z'],
		// A Wednesday; then the Sunday and the Monday after it, just before and at eight.
		['weekly', '2026-11-25T03:00Z', '2026-11-30T00:00:00.000Z'],
		['weekly', '2026-11-29T23:59Z', '2026-11-30T00:00:00.000Z'],
		['weekly', '2026-11-30T00:00Z', '2026-12-07T00:00:00.000Z']
	] as const)('the %s digest after %s is at %s', (frequency, moment, digest) =>
		expect(nextDigest(at(moment), 'Asia/Shanghai', frequency).toISOString()).toBe(digest)
	);
});

describe('a reader is told', () => {
	const now = at('2026-11-25T15:00Z');
	const told = (count: number, frequency: 'immediate' | 'daily' = 'immediate', updates = [1, 2, 3, 4, 5]) =>
		place(
			{ frequency, timeZone: 'Asia/Shanghai', toldOn: (day) => (day === '2026-11-25' ? count : 0) },
			updates,
			now
		).map(
			({ update, bundled, due, day }) =>
				`${update} ${bundled ? 'in a digest' : 'alone'} ${due.toISOString().slice(5, 16)} ${day}`
		);

	test('at once, at night too, while three a day are enough', () => {
		expect(told(0, 'immediate', [1, 2, 3])).toEqual(
			[1, 2, 3].map((update) => `${update} alone 11-25T15:00 2026-11-25`)
		);
		expect(told(2, 'immediate', [1])).toEqual(['1 alone 11-25T15:00 2026-11-25']);
	});

	test('of more in one digest, which is the day’s third', () => {
		expect(told(0)).toEqual([
			...[1, 2].map((update) => `${update} alone 11-25T15:00 2026-11-25`),
			...[3, 4, 5].map((update) => `${update} in a digest 11-25T15:00 2026-11-25`)
		]);
		expect(told(2, 'immediate', [1, 2])).toEqual(
			[1, 2].map((update) => `${update} in a digest 11-25T15:00 2026-11-25`)
		);
	});

	test('in the morning, when there were three today', () => {
		expect(told(3, 'immediate', [1])).toEqual(['1 in a digest 11-26T00:00 2026-11-26']);
	});

	test('in the morning’s digest, when daily was chosen', () => {
		expect(told(0, 'daily', [1])).toEqual(['1 in a digest 11-26T00:00 2026-11-26']);
	});
});
