import type { RouteHandlerCallback, RouteMatchCallback } from 'workbox-core';
import { elderPage, standardAddress } from '$lib/elder/page';
import { localeOf, locales, withLocale } from '$lib/plan/locale';
import { lastResort } from './last-resort';
import { cachedPage } from './pages';
import { safely } from './safely';

export const isPage: RouteMatchCallback = ({ request }) => request.mode === 'navigate';

/** What pages load: their data, their figures as tables, and what the search knows. */
export const isData: RouteMatchCallback = ({ sameOrigin, url }) =>
	sameOrigin && /\/__data\.json$|\.csv$|^\/search\/index\.\w+\.json$/.test(url.pathname);

/**
 * A page of this release from the cache, whatever its query. One that is not there (never made, or thrown away by the
 * browser) from the network; without a network, the page that leads back.
 */
export const answerPage: RouteHandlerCallback = async ({ request, url }) => {
	const path = withoutSlash(url.pathname);
	const standard = standardAddress(path);
	const found = await safely(() => cachedPage(standard ?? path));
	if (found) return standard === undefined ? found : inElder(found);
	try {
		return await fetch(request);
	} catch {
		return (
			(await safely(async () => (await checkPage(path, url)) ?? offlinePage(path, url))) ?? lastResort(localeOf(path))
		);
	}
};

/** 长辈版's page, made here as the server makes it. */
async function inElder(page: Response): Promise<Response> {
	return new Response(elderPage(await page.text()), { headers: page.headers });
}

/** The page that answers check codes from what is kept; only the network knows codes of newer editions, so it was asked first. */
async function checkPage(path: string, asked: URL): Promise<Response | undefined> {
	const [, page = '', code] = /^(.*\/v)\/([^/]+)$/.exec(path) ?? [];
	if (code === undefined || !(await cachedPage(standardAddress(page) ?? page))) return undefined;
	return Response.redirect(new URL(`${page}?code=${code}`, asked).href);
}

/** In the language that was asked for; where that is not here, in one that is, under its own address. */
async function offlinePage(path: string, asked: URL): Promise<Response | undefined> {
	const own = localeOf(path);
	for (const locale of [own, ...locales]) {
		const address = withLocale('/offline', locale);
		const page = await cachedPage(address);
		if (!page) continue;
		if (locale === own) return page;
		const to = new URL(address, asked);
		to.searchParams.set('for', asked.pathname + asked.search);
		return Response.redirect(to.href);
	}
	return undefined;
}

/** The data of a page that the reader goes to within the app; the query only says what the page has already. */
export const answerData: RouteHandlerCallback = async ({ request, url }) =>
	(await safely(() => cachedPage(url.pathname))) ?? fetch(request);

function withoutSlash(path: string): string {
	return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}
