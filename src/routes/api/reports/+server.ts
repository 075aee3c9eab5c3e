import { json } from '@sveltejs/kit';
import { readJson } from '$lib/server/api/body';
import { call } from '$lib/server/api/call';
import { readReport } from '$lib/server/reports/read-report';

export const prerender = false;

export const POST = call(async ({ server, request, address }) => {
	const report = readReport(await readJson(request));
	server.count('report', address);
	const isNew = await server.reports.receive(report);
	return json({ id: report.id }, { status: isNew ? 201 : 200 });
});
