import type { Locale } from '../../plan/locale.ts';
import * as en from './en.ts';
import type { Pace, Voices } from './language.ts';
import * as zh from './zh.ts';

export const voicesOf: Readonly<Record<Locale, Voices>> = { zh: zh.voices, en: en.voices };
export const paceOf: Readonly<Record<Locale, Pace>> = { zh: zh.pace, en: en.pace };
