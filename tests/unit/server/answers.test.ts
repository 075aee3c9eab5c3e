import { describe, expect, test } from 'vitest';
import { answerOf } from '../../../src/lib/server/push/answer.ts';
import { nextStep } from '../../../src/lib/server/push/work/next-step.ts';

describe('an answer of a push service', () => {
	test.each([
		['fcm.googleapis.com', 201, undefined, { kind: 'accepted' }],
		['fcm.googleapis.com', 404, undefined, { kind: 'gone' }],
		['web.push.apple.com', 410, undefined, { kind: 'gone' }],
		['web.push.apple.com', 413, undefined, { kind: 'tooLarge' }],
		['fcm.googleapis.com', 429, '120', { kind: 'wait', seconds: 120 }],
		['fcm.googleapis.com', 429, 'nonsense', { kind: 'wait' }],
		['fcm.googleapis.com', 429, '9999999', { kind: 'wait', seconds: 86_400 }],
		['fcm.googleapis.com', 408, undefined, { kind: 'wait' }],
		['db5p.notify.windows.com', 406, '900', { kind: 'wait', seconds: 900 }],
		['fcm.googleapis.com', 406, '900', { kind: 'refused' }],
		['evilnotify.windows.com.example', 406, '900', { kind: 'refused' }],
		...[400, 401, 403, 405].map((status) => ['web.push.apple.com', status, undefined, { kind: 'refused' }] as const),
		...[301, 307, 500, 503].map((status) => ['web.push.apple.com', status, undefined, { kind: 'unreachable' }] as const)
	] as const)('%s %s (Retry-After: %s)', (host, status, retryAfter, expected) => {
		const { seconds, ...answer } = { seconds: undefined, ...answerOf(host, status, retryAfter, '') };
		expect({ ...answer, seconds }).toMatchObject(expected);
		if (!('seconds' in expected)) expect(seconds).toBeUndefined();
	});
});

describe('after an answer', () => {
	const now = new Date('2026-11-25T00:00Z');
	const attempt = { attempts: 1, expires: new Date('2026-11-27T00:00Z'), now, firstRetry: 30, random: 1 };
	const seconds = (answer: Parameters<typeof nextStep>[0], change = {}) => {
		const step = nextStep(answer, { ...attempt, ...change });
		return step.kind === 'retry' ? (step.at.getTime() - now.getTime()) / 1000 : step.kind;
	};
	const away = { kind: 'unreachable', reason: 'ECONNRESET' } as const;

	test.each([
		['gone', { kind: 'gone', status: 410 }, 'delete'],
		['too large twice', { kind: 'tooLarge', status: 413 }, 'fail'],
		['accepted', { kind: 'accepted', status: 201 }, 'accepted']
	] as const)('%s', (_, answer, step) => expect(seconds(answer)).toBe(step));

	test('trouble is tried again after ever longer, up to an hour, spread over half of it', () => {
		expect([1, 2, 3, 20].map((attempts) => seconds(away, { attempts }))).toEqual([30, 60, 120, 3600]);
		expect(seconds(away, { random: 0 })).toBe(15);
	});

	test('a service that asks for time gets it, and never less', () => {
		expect(seconds({ kind: 'wait', status: 429, seconds: 900 }, { random: 0 })).toBe(900);
		expect(seconds({ kind: 'wait', status: 429, seconds: 900 })).toBeGreaterThan(900);
	});

	test('a refusal never deletes', () => {
		expect(seconds({ kind: 'refused', status: 403, detail: '' })).toBe(900);
	});

	test('what is no longer news is given up', () => {
		expect(seconds(away, { expires: new Date(now.getTime() + 1000) })).toBe('fail');
	});
});
