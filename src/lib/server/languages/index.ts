import type { Locale } from '../../plan/locale.ts';
import { en } from './en.ts';
import type { ServerWords } from './language.ts';
import { zh } from './zh.ts';

export const languages: Readonly<Record<Locale, ServerWords>> = { zh, en };
