import type { Locale } from '$lib/plan/locale';

/** What is left when there is neither network nor storage: a sentence and a way to try again. Needs nothing but itself. */
export function lastResort(locale: Locale): Response {
	const text =
		locale === 'zh'
			? {
					lang: 'zh-CN',
					title: '现在没有网络',
					body: '这台手机上存的内容也不见了。连上网络后再打开，就会重新存好。',
					again: '再试一次'
				}
			: {
					lang: 'en',
					title: 'No network',
					body: 'What was stored on this phone is gone, too. Open the app with a connection once, and it will be stored again.',
					again: 'Try again'
				};
	const html = `<!doctype html><html lang="${text.lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${text.title}</title><h1>${text.title}</h1><p>${text.body}</p><p><a href="">${text.again}</a></p></html>`;
	return new Response(html, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } });
}
