import { getLocale } from '$lib/paraglide/runtime';
import { lookup, plan } from '$lib/server/plan';
import { Checker } from '$lib/share/answer';
import type { PageServerLoad } from './$types';

/** A code is typed or scanned: its page is made when it is asked for, also without JavaScript. */
export const prerender = false;

export const load: PageServerLoad = ({ params }) => new Checker(plan, lookup, getLocale()).check(params.code);
