import { json } from '@sveltejs/kit';
import { plan } from '$lib/server/plan';

export const prerender = true;

/** The log of updates, newest first: the same for everybody, so that caches can hold it. */
export const GET = () => json(plan.updates);
