import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ReportRecord } from '../../../src/lib/device/records.ts';
import type { Report } from '../../../src/lib/plan/report.ts';
import { added, answered, goesOn, type Answer } from '../../../src/lib/report/outbox.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 9, minute)).toISOString();

function report(id: string): Report {
	const [version, edition] = ['0123456789ab', '2022-04-25'];
	return { id, figure: 'jobs-2020', version, edition, locale: 'zh', words: `words of ${id}`, contact: '' };
}

test('a report waits, with all its words, until an answer comes', () => {
	const [waiting] = added([], report('a'), at(0));
	if (!waiting) throw new Error('It was not added.');
	for (const answer of ['lost', { status: 503 }, { status: 429 }] satisfies Answer[]) {
		expect(goesOn(answer)).toBe(false);
		expect(answered(waiting, answer)).toEqual(waiting);
	}
	expect(answered(waiting, { status: 200 })).toEqual({ id: 'a', figure: 'jobs-2020', at: at(0), state: 'sent' });
});

test('what the server refuses keeps its words, and says why', () => {
	const [waiting] = added([], report('a'), at(0));
	expect(waiting && answered(waiting, { status: 400, reason: 'too long' })).toMatchObject({
		state: 'refused',
		reason: 'too long',
		report: { words: 'words of a' }
	});
});

test('nothing that has not arrived is ever dropped, and of what has only the last twenty are remembered', () => {
	const step = fc.record({
		status: fc.option(fc.constantFrom(200, 201, 400, 429, 503), { nil: undefined }),
		// Some are sent again.
		again: fc.boolean()
	});
	fc.assert(
		fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
			let records: ReportRecord[] = [];
			const arrived = new Set<string>();
			for (const [index, { status, again }] of steps.entries()) {
				const id = String(again ? Math.max(0, index - 1) : index);
				if (arrived.has(id)) continue;
				records = added(records, report(id), at(index));
				records = records.map((record) =>
					record.id === id ? answered(record, status === undefined ? 'lost' : { status }) : record
				);
				if (status !== undefined && status < 300) arrived.add(id);
			}
			const ids = records.map(({ id }) => id);
			expect(new Set(ids).size).toBe(ids.length);
			for (const { id, state, report } of records)
				expect(report?.words).toBe(state === 'sent' ? undefined : `words of ${id}`);
			expect(records.filter(({ state }) => state === 'sent').length).toBeLessThanOrEqual(21);
			expect(records.filter(({ state }) => state !== 'sent').every(({ id }) => !arrived.has(id))).toBe(true);
		})
	);
});
