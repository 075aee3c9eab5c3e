import type { Device } from '$lib/device/device';
import type { ReportRecord } from '$lib/device/records';
import { languageTag } from '$lib/plan/locale';
import type { Report } from '$lib/plan/report';
import { added, answered, goesOn, type Answer } from './outbox';

/** Longer than a slow network takes, shorter than a reader waits. */
const patience = 15_000;

/** Puts a report on its way. @returns what has become of it by now */
export async function submit(device: Device, report: Report): Promise<ReportRecord | undefined> {
	await device.changeReports((records) => added(records, report, new Date().toISOString()));
	const records = await deliver(device);
	return records.find(({ id }) => id === report.id);
}

let watched: Device | undefined;

/** Sends what waits: now, and whenever the network comes back. */
export async function deliverWhenOnline(device: Device): Promise<void> {
	if (watched === device) return;
	watched = device;
	addEventListener('online', () => void deliver(device));
	await deliver(device);
}

async function deliver(device: Device): Promise<readonly ReportRecord[]> {
	const work = async () => {
		let records = (await device.read()).reports;
		for (const { id, report, state } of records) {
			if (!report || state !== 'waiting') continue;
			const answer = await send(report);
			records = await device.changeReports((known) =>
				known.map((record) => (record.id === id ? answered(record, answer) : record))
			);
			if (!goesOn(answer)) break;
		}
		return records;
	};
	// The server would know a report that two tabs send; the second tab need not try.
	return 'locks' in navigator ? navigator.locks.request('kandong-reports', work) : work();
}

async function send(report: Report): Promise<Answer> {
	try {
		const response = await fetch('/api/reports', {
			method: 'POST',
			headers: { 'content-type': 'application/json', 'accept-language': languageTag[report.locale] },
			body: JSON.stringify(report),
			signal: AbortSignal.timeout(patience)
		});
		if (response.ok) return { status: response.status };
		const problem = (await response.json().catch(() => ({}))) as { title?: string };
		return { status: response.status, ...(problem.title !== undefined && { reason: problem.title }) };
	} catch {
		return 'lost';
	}
}
