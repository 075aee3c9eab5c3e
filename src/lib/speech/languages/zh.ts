import type { Pace, Voices } from './language.ts';

/** Engines write it zh-CN, zh_CN, cmn-Hans-CN. Cantonese is another language read from the same characters. */
export const voices: Voices = { is: /^(zh|cmn)\b/i, not: /\b(hk|mo|yue)\b/i, best: /\b(cn|hans)\b/i };
export const pace: Pace = { character: 230, longest: 45 };
