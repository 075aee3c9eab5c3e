import { languageTag, locales } from '$lib/plan/locale';
import { plan } from '$lib/server/plan';
import { inLanguage } from '$lib/ui/address';
import type { RequestHandler } from './$types';

export const prerender = true;

/** All pages in all languages, each with its other languages (sitemaps.org 0.9 with xhtml:link). */
export const GET: RequestHandler = ({ url }) => {
	const paths = [
		'/',
		'/plan',
		'/glossary',
		'/search',
		'/following',
		'/settings',
		'/about',
		'/v',
		'/accessibility',
		...plan.topics.map(({ id }) => `/topics/${id}`),
		...plan.cards.map(({ id, topic }) => `/topics/${topic}/${id}`)
	];
	const whole = (path: string, locale: (typeof locales)[number]) => new URL(inLanguage(path, locale), url.origin).href;
	const entries = paths.flatMap((path) =>
		locales.map(
			(locale) =>
				`<url><loc>${whole(path, locale)}</loc>${locales
					.map((other) => `<xhtml:link rel="alternate" hreflang="${languageTag[other]}" href="${whole(path, other)}"/>`)
					.join('')}</url>`
		)
	);
	const xml = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join('\n')}
</urlset>
`;
	return new Response(xml, { headers: { 'content-type': 'application/xml' } });
};
