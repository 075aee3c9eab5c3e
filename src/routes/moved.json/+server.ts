import { json } from '@sveltejs/kit';
import { movedPaths, retiredCards } from '$lib/plan/retired';
import { lookup } from '$lib/server/plan';
import { movedShares } from '$lib/share/moved';

export const prerender = true;

/** Addresses of retired cards and where they lead, for the server that stands before pages and pictures. */
export const GET = () => json({ ...movedPaths(lookup), ...movedShares(retiredCards(lookup)) });
