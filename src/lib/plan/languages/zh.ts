import { prefixes, printed, published, qualifiersOf, readsAsDigits } from '../as-printed.ts';
import type { FigureEntry } from '../content/schema.ts';
import type { Shown } from '../figure-text.ts';
import { chineseLength } from '../text.ts';
import type { Digest, Language } from './language.ts';

const joined = ({ before, number, unit, after }: Shown) => `${before}${number}${unit}${after}`;

export const language: Language = {
	spaced: false,
	colon: '：',
	between: (before) => (/[。！？：；.!?:;]”?$/.test(before) ? '' : '；'),
	partsOf: (name) => name.split(/[与和]/),

	shown,
	phrase: joined,
	term: ({ number, unit, after }) => joined({ before: '', number, unit, after }),
	opening: (phrase) => phrase,
	number: published,

	qualifiers: {
		before: /(?:增长|提高|减少|连续|(?<![节签合公制条预特违履])约)$/,
		after: /^(?:以上|多(?![了于出]))/
	},
	multipliers: /^[十百千万亿]/,
	title: { most: 18, of: 'characters', measure: chineseLength },
	text: { most: 80, of: 'characters', measure: chineseLength },
	updateTitle: { most: 24, of: 'characters', measure: chineseLength },

	notice: {
		title: 30,
		body: 70,
		// Characters' widths, of which a Latin letter or a digit has half.
		measure: (text) => Math.ceil(Array.from(text).reduce((width, letter) => width + (letter < '\u2e80' ? 0.5 : 1), 0)),
		correction: '更正 · ',
		becomes: '→',
		counts: () => false,
		stillThere: {
			title: '还要继续接收通知吗？',
			body: '您有一段时间没打开“看懂金华”了。点开一次就继续；不点开，几天后通知会自动停止，关注的内容不会丢。'
		}
	},

	picture: { script: 'chinese', scale: 1, phrases: (headline) => headline.split(/(?<=[，：；])/) }
};

export const digest: Digest = { title: (updates) => `您关注的主题有 ${updates} 条更新`, separator: '；' };

/** As the text says it. */
function shown(figure: FigureEntry): Shown {
	const qualifiers = qualifiersOf(figure);
	const before = qualifiers.filter((word) => prefixes.some((prefix) => prefix === word)).join('');
	const after = qualifiers.includes('以上') ? '以上' : '';
	if (figure.reads !== undefined && !readsAsDigits(figure)) return { before, number: figure.reads, unit: '', after };
	return {
		before,
		number: printed(figure) + (qualifiers.includes('多') ? '多' : ''),
		unit: figure.unit === '∶' ? '' : figure.unit,
		after
	};
}
