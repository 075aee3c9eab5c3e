import type { Pace, Voices } from './language.ts';

export const voices: Voices = { is: /^en\b/i, best: /\b(gb|us)\b/i };
export const pace: Pace = { character: 70, longest: 140 };
