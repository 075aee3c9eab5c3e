import { getLocale } from '$lib/paraglide/runtime';
import { withLocale, type Locale } from '$lib/plan/locale';

/** A path in a language, which is the page's own where none is named. */
export function inLanguage(path: string, locale: Locale = getLocale()): string {
	return withLocale(path, locale);
}

/** Addresses of the app's pages in the language of the page that links to them. */
export const address = {
	home: (topic?: string) => inLanguage('/') + (topic === undefined ? '' : `#${topic}`),
	topic: (topic: string) => inLanguage(`/topics/${topic}`),
	card: (topic: string, card: string) => inLanguage(`/topics/${topic}/${card}`),
	plan: (sentence?: string) => inLanguage('/plan') + (sentence === undefined ? '' : `#${sentence}`),
	glossary: (term?: string) => inLanguage('/glossary') + (term === undefined ? '' : `#${term}`),
	search: () => inLanguage('/search'),
	following: () => inLanguage('/following'),
	settings: () => inLanguage('/settings'),
	about: () => inLanguage('/about'),
	/** Where a picture's check code is typed in. */
	check: () => inLanguage('/v'),
	accessibility: () => inLanguage('/accessibility'),
	/** The form for a number that is wrong: any, one of a card's, one of a sentence's; or for what is in a reader's way. */
	report: (seen?: { card: string; topic: string } | { sentence: string } | 'access') => {
		if (seen === undefined) return inLanguage('/report');
		if (seen === 'access') return inLanguage('/report?about=access');
		return inLanguage('card' in seen ? `/report?card=${seen.topic}/${seen.card}` : `/report?sentence=${seen.sentence}`);
	},
	/** Where the form goes without scripts. */
	sendReport: () => inLanguage('/report/send'),
	/** A topic’s feed, or the one of `all`. */
	feed: (topic: string, format: 'xml' | 'json') => inLanguage(`/feeds/${topic}.${format}`),
	/** 长辈版 of a page, the home page's when none is named; a link to it is `rel="external"`, because it is a page of its own. */
	elder: (path = '') => inLanguage(`/elder${path}`)
};
