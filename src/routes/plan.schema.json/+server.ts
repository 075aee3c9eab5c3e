import { json } from '@sveltejs/kit';
import { planSchema } from '$lib/plan/plan-schema';

export const prerender = true;

export const GET = () => json(planSchema);
