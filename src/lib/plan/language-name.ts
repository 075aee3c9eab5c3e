import type { Locale } from './locale.ts';

const names = new Intl.DisplayNames('en', { type: 'language' });

/** A language as messages to editors name it: Chinese, English. */
export function languageName(locale: Locale): string {
	return names.of(locale) ?? locale;
}
