import { printed, qualifiersOf, readsAsDigits } from '../as-printed.ts';
import type { FigureEntry } from '../content/schema.ts';
import { decimal, reaches, spelled, tenths, times } from '../decimal.ts';
import type { Shown, Unit } from '../figure-text.ts';
import { wordCount } from '../text.ts';
import type { Digest, Language } from './language.ts';

const lettersOf = (text: string) => text.length;

export const language: Language = {
	spaced: true,
	colon: ': ',
	between: (before) => (/[。！？：；.!?:;]”?$/.test(before) ? ' ' : '; '),
	partsOf: (name) => name.split(' and '),

	shown,
	phrase: ({ before, number, unit, after }) => [before, withUnit(number, unit), after].filter(Boolean).join(' '),
	term: ({ number, unit }) => withUnit(number, unit),
	opening: (phrase) => phrase.charAt(0).toUpperCase() + phrase.slice(1),
	number: englishNumber,

	qualifiers: { before: /\b(?:at least|nearly|almost|around|up to)(?=\s+$)/i },
	multipliers: /^\s*(%|‰|percent|hundred|thousand|million|billion)/,
	title: { most: 60, of: 'letters', measure: lettersOf },
	text: { most: 60, of: 'words', measure: wordCount },
	updateTitle: { most: 80, of: 'letters', measure: lettersOf },

	notice: {
		title: 90,
		body: 190,
		measure: lettersOf,
		correction: 'Correction · ',
		becomes: '→',
		counts: (unit, subject) => subject.toLowerCase().includes(unit.toLowerCase()),
		stillThere: {
			title: 'Keep getting notifications?',
			body: 'You have not opened Kandong for a while. Open it once to keep them; otherwise they stop in a few days. What you follow is kept.'
		}
	},

	picture: { script: 'english', scale: 1.06, phrases: (headline) => [headline] }
};

export const digest: Digest = { title: (updates) => `${updates} updates on topics you follow`, separator: '; ' };

/** The number in English: the Chinese multiplier is converted exactly, never rounded; 4704 亿 → “470.4 billion”. */
export function englishNumber(value: FigureEntry['value'], scale: number): string {
	if (Array.isArray(value)) return value.join(' : ');
	const number = times(decimal(value), scale);
	if (reaches(number, 9)) return `${spelled(tenths(number, 9))} billion`;
	if (reaches(number, 6)) return `${spelled(tenths(number, 6))} million`;
	return spelled(number);
}

/** In the order English says them: up at least 20%. */
const qualifiersBefore = [
	['增长', 'up'],
	['提高', 'up'],
	['减少', 'down'],
	['约', 'about'],
	['多', 'more than'],
	['以上', 'at least']
] as const;

function shown(figure: FigureEntry, unit: Unit): Shown {
	if (figure.shownEn !== undefined) return { before: '', number: figure.shownEn, unit: '', after: '' };
	const qualifiers = qualifiersOf(figure);
	return {
		before: qualifiersBefore.flatMap(([word, english]) => (qualifiers.includes(word) ? [english] : [])).join(' '),
		number: readsAsDigits(figure) ? printed(figure) : englishNumber(figure.value, unit.scale),
		unit: figure.unitEn ?? unit.en,
		after: qualifiers.includes('连续') ? 'in a row' : ''
	};
}

/** A percent sign stands at its number. */
function withUnit(number: string, unit: string): string {
	return unit === '' || /^[%‰]/.test(unit) ? number + unit : `${number} ${unit}`;
}
