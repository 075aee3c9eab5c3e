import type { Locale } from '$lib/plan/locale';

/** Languages as Open Graph names them, with a country. */
export const ogLocale: Readonly<Record<Locale, string>> = { zh: 'zh_CN', en: 'en_US' };
