/** The languages a plan is written in; the first is the language of the source. */
export const locales = ['zh', 'en'] as const;
export type Locale = (typeof locales)[number];
/** A language that the plan is translated into. */
export type Translation = Exclude<Locale, (typeof locales)[0]>;

/** One text in every language. */
export type Words = Readonly<Record<Locale, string>>;

/** Makes a text by asking for it once in each language. */
export function inEachLocale(write: (locale: Locale) => string): Words {
	return Object.fromEntries(locales.map((locale) => [locale, write(locale)])) as Record<Locale, string>;
}

/** BCP 47 tags as they stand in `lang` and feeds. */
export const languageTag: Readonly<Record<Locale, string>> = { zh: 'zh-CN', en: 'en' };

/** The tag of the language that the plan itself is written in. */
export const sourceTag = languageTag[locales[0]];

/** The language that a path is in: `/en/plan` → en. The first language has no prefix. */
export function localeOf(path: string): Locale {
	return locales.find((locale, index) => index > 0 && hasPrefix(path, locale)) ?? locales[0];
}

/** A path in the first language, which is also the path of its route: `/en/plan` → `/plan`, `/en` → `/`. */
export function withoutLocale(path: string): string {
	const locale = localeOf(path);
	return locale === locales[0] ? path : path.slice(locale.length + 1) || '/';
}

/** The same page in a language. The English home page is `/en`, because `/en/` would only lead there by a redirect. */
export function withLocale(path: string, locale: Locale): string {
	const bare = withoutLocale(path);
	if (locale === locales[0]) return bare;
	return bare === '/' ? `/${locale}` : `/${locale}${bare}`;
}

function hasPrefix(path: string, locale: Locale): boolean {
	return path === `/${locale}` || path.startsWith(`/${locale}/`);
}
