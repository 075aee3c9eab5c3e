import { json } from '@sveltejs/kit';
import { movedPaths } from '$lib/plan/retired';
import { lookup } from '$lib/server/plan';

export const prerender = true;

/** Retired cards' addresses and where they lead, for the server that stands before the pages. */
export const GET = () => json(movedPaths(lookup));
