/**
 * English as a language with longer words and letters of its own, so that a text which was left behind shows. Every letter is
 * accented; what stands in braces is a place for something else.
 */
export function say(english: string): string {
	const plain = 'abcdefghijklmnopqrstuvwxyz';
	const accented = 'áḅćḍéḟğḥíĵḳḷṃñóṗʠŕšťúṿẃẋýž';
	const letters = (word: string) =>
		word.replace(/[a-z]/gi, (letter) => {
			const other = accented.charAt(plain.indexOf(letter.toLowerCase()));
			return letter === letter.toLowerCase() ? other : other.toUpperCase();
		});
	const longer = (word: string) =>
		letters(word.length > 3 ? word + word.slice(-Math.ceil(word.length * 0.4)).toLowerCase() : word);
	return english.replace(/\{[^{}]*\}|\p{L}+/gu, (part) => (part.startsWith('{') ? part : longer(part)));
}

/** What `say` never leaves: a Latin letter without its accent, or a Chinese character. */
export const unsaid = /[a-z\p{Script=Han}]/iu;
