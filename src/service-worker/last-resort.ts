import { languageTag, type Locale } from '$lib/plan/locale';
import { words } from './words';

/** What is left when there is neither network nor storage: a sentence and a way to try again. Needs nothing but itself. */
export function lastResort(locale: Locale): Response {
	const { title, body, again } = words[locale].gone;
	const html = `<!doctype html><html lang="${languageTag[locale]}" dir="auto"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${title}</title><h1>${title}</h1><p>${body}</p><p><a href="">${again}</a></p></html>`;
	return new Response(html, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } });
}
