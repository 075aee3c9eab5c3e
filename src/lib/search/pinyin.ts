/** Chinese words by their sound: jiuye, or only jy. */
import { normal } from './normal';

interface Sounded {
	word: string;
	whole: string;
	initials: string;
}

/** At most so many words for one sound: “jy” is 就业, 教育, 经验 and many more. */
const most = 12;

export function sounded(words: readonly (readonly [word: string, pinyin: string])[]): Sounded[] {
	return words.map(([word, pinyin]) => ({
		word,
		whole: pinyin.replaceAll(' ', ''),
		initials: pinyin
			.split(' ')
			.map((syllable) => syllable.charAt(0))
			.join('')
	}));
}

/** The letters of a query that may be pinyin; undefined when it holds anything else. */
export function lettersOf(query: string): string | undefined {
	const letters = normal(query)
		.replace(/[\s'’]/g, '')
		.replaceAll('ü', 'v');
	return /^[a-z]{2,}$/.test(letters) ? letters : undefined;
}

/**
 * Words that sound like the letters, only the nearest; of equals, those that stand first in the list. `exact`: only what
 * is spelt to its end, for letters that are a word of another language too.
 */
export function wordsSounding(letters: string, all: readonly Sounded[], exact: boolean): string[] {
	const nearness = [
		({ whole }: Sounded) => whole === letters,
		...(exact
			? []
			: [
					({ initials }: Sounded) => initials === letters,
					({ whole }: Sounded) => letters.length > 2 && whole.startsWith(letters),
					({ initials }: Sounded) => letters.length > 2 && initials.startsWith(letters)
				])
	];
	for (const isNear of nearness) {
		const near = all.filter(isNear);
		if (near.length > 0) return near.slice(0, most).map(({ word }) => word);
	}
	return [];
}
