import type { Locale } from '../locale.ts';
import * as en from './en.ts';
import type { Digest, Language } from './language.ts';
import * as zh from './zh.ts';

/** A language without its file is refused by the type checker: it must not read as another one. */
export const languages: Readonly<Record<Locale, Language>> = { zh: zh.language, en: en.language };
export const digests: Readonly<Record<Locale, Digest>> = { zh: zh.digest, en: en.digest };
