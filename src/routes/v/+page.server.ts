import { getLocale } from '$lib/paraglide/runtime';
import { lookup, plan } from '$lib/server/plan';
import { Checker } from '$lib/share/answer';

export const load = () => ({ known: new Checker(plan, lookup, getLocale()).known() });
