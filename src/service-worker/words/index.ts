import type { Locale } from '$lib/plan/locale';
import { en } from './en';
import type { WorkerWords } from './words';
import { zh } from './zh';

export const words: Readonly<Record<Locale, WorkerWords>> = { zh, en };
