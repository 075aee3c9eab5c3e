/** What becomes of a report on its way to the server. Pure: a record, and what the server answered. */
import type { ReportRecord } from '$lib/device/records';
import type { Report } from '$lib/plan/report';

/** `lost`: no answer came, whatever became of the report. */
export type Answer = { status: number; reason?: string } | 'lost';

/** The reader is shown what became of the last ones; older ones that have arrived are forgotten. */
const most = 20;

export function added(records: readonly ReportRecord[], report: Report, at: string): ReportRecord[] {
	// What was refused and is now tried again is one thing to the reader.
	const again = ({ id, state, report: old }: ReportRecord) =>
		id === report.id || (state === 'refused' && old?.words === report.words);
	const kept = records.filter((record) => record.state !== 'sent' && !again(record));
	const sent = records.filter(({ state }) => state === 'sent').sort((a, b) => b.at.localeCompare(a.at));
	return [...kept, ...sent.slice(0, most), { id: report.id, figure: report.figure, at, state: 'waiting', report }];
}

/** Whether the next one can be sent at once; else at the next start, or when the network is back. */
export function goesOn(answer: Answer): boolean {
	return answer !== 'lost' && answer.status < 500 && answer.status !== 429;
}

export function answered({ id, figure, at, report, ...rest }: ReportRecord, answer: Answer): ReportRecord {
	const kept = report && { report };
	if (answer === 'lost' || !goesOn(answer)) return { id, figure, at, ...rest, ...kept };
	// The server has it, once and for all; what was written is no longer needed here.
	if (answer.status < 300) return { id, figure, at, state: 'sent' };
	return { id, figure, at, state: 'refused', ...kept, ...(answer.reason !== undefined && { reason: answer.reason }) };
}
