import { getLocale } from '$lib/paraglide/runtime';
import { reportSubjects } from '$lib/server/report-subjects';

export const load = () => reportSubjects(getLocale());
