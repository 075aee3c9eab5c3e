import { locales, type Locale } from '$lib/plan/locale';

/** The language in which finds are looked for too: the plan's own, and for its readers the first translation. */
export function otherLanguage(locale: Locale): Locale {
	return locale === locales[0] ? locales[1] : locales[0];
}
