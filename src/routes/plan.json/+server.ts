import { json } from '@sveltejs/kit';
import { plan } from '$lib/server/plan';

export const prerender = true;

export const GET = () => json(plan);
