import type { Locale } from '../../plan/locale.ts';
import { spokenChinese } from './chinese.ts';
import { spokenEnglish } from './english.ts';

const languages: Readonly<Record<Locale, (text: string) => string>> = { zh: spokenChinese, en: spokenEnglish };

/** A text with its numbers, signs and names in words: engines say 25.7‰, 8+N or G330 each in their own wrong way. */
export function spoken(text: string, locale: Locale): string {
	return languages[locale](text);
}
