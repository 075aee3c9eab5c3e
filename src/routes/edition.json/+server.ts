import { json } from '@sveltejs/kit';
import { edition, plan } from '$lib/server/plan';
import type { Words } from '$lib/plan/locale';

export const prerender = true;

/** Every figure as this edition shows it: small enough to keep, so that a later visit can say “old → new”. */
export const GET = () =>
	json({
		version: plan.version,
		date: edition,
		figures: Object.fromEntries(plan.figures.map(({ id, shown }): [string, Words] => [id, shown]))
	});
