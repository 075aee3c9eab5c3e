// Every page's head names it (hooks.server.ts). Named here too it is a file of the app, which the worker keeps; so is
// modes.css, which the settings name.
import './early.js?url&no-inline';
import type { Reroute } from '@sveltejs/kit';
import { browser } from '$app/environment';
import { defineCustomClientStrategy } from '$lib/paraglide/runtime';
import { standardAddress } from '$lib/elder/page';
import { localeOf, withoutLocale } from '$lib/plan/locale';

/** `/en/topics/jobs` is the page of `/topics/jobs` in English, `/en/elder/topics/jobs` the same in 长辈版. */
export const reroute: Reroute = ({ url }) => withoutLocale(standardAddress(url.pathname) ?? url.pathname);

// The address alone says the language. Paraglide's own “url” strategy would say so too, with 7 kB of patterns.
if (browser) {
	defineCustomClientStrategy('custom-address', {
		getLocale: () => localeOf(location.pathname),
		setLocale: () => undefined
	});
}
