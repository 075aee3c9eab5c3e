import { fail, type RequestEvent } from '@sveltejs/kit';
import { getLocale } from '$lib/paraglide/runtime';
import { checkSameSite, readForm } from '$lib/server/api/body';
import { addressOf, problemOf } from '$lib/server/api/call';
import { Problem, problemText } from '$lib/server/api/problem';
import { anonymous } from '$lib/server/push/rate-limit';
import { reportSubjects } from '$lib/server/report-subjects';
import { readReportForm } from '$lib/server/reports/read-report';

/** Made when it is asked for: what it shows is what somebody has just sent. */
export const prerender = false;

export const load = ({ setHeaders }: Pick<RequestEvent, 'setHeaders'>) => {
	setHeaders({ 'cache-control': 'no-store' });
	return reportSubjects(getLocale());
};

export const actions = {
	/** The form of browsers without scripts. What they wrote comes back to them with whatever was wrong. */
	default: async (event: RequestEvent) => {
		let form = new URLSearchParams();
		try {
			const { server } = event.locals;
			if (!server) throw new Problem('unavailable', 60);
			checkSameSite(event.request, event.url.origin);
			const address = anonymous(addressOf(event));
			server.count('call', address);
			form = await readForm(event.request);
			const report = readReportForm(form, getLocale(), address, new Date().toISOString().slice(0, 10));
			server.count('report', address);
			await server.reports.receive(report);
			return { sent: true };
		} catch (error) {
			const { status, title } = problemText(problemOf(error).code, getLocale());
			const written = { figure: form.get('figure') ?? '', words: form.get('words') ?? '' };
			return fail(status, { problem: title, ...written, contact: form.get('contact') ?? '' });
		}
	}
};
