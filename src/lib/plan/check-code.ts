/**
 * The code on a shared picture: six characters made from what the card said, and one that checks them. A code that was
 * misread is told from one that nobody gave out, without asking anybody.
 */

/** Digits and capitals without those that are read as others: 0 O, 1 I L. Their number is prime: see `checkOf`. */
export const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const length = 6;

/** @param digest at least 16 hex digits; equal digests give equal codes */
export function codeFrom(digest: string): string {
	let rest = BigInt(`0x${digest.slice(0, 16)}`);
	let payload = '';
	for (let at = 0; at < length; at++) {
		payload += alphabet.charAt(Number(rest % BigInt(alphabet.length)));
		rest /= BigInt(alphabet.length);
	}
	return payload + checkOf(payload);
}

export type ReadCode = { kind: 'code'; code: string } | { kind: 'damaged' };

/** A code as somebody typed or scanned it: case, spaces, hyphens and full-width letters don't matter. */
export function readCode(text: string): ReadCode {
	// Longer than anything a person types around seven characters.
	if (text.length > 40) return { kind: 'damaged' };
	const code = text
		.normalize('NFKC')
		.replace(/[\s\p{Pd}]/gu, '')
		.toUpperCase();
	const whole = code.length === length + 1 && [...code].every((character) => alphabet.includes(character));
	return whole && checkOf(code.slice(0, length)) === code.charAt(length) ? { kind: 'code', code } : { kind: 'damaged' };
}

/** As people read it aloud: K7M-3QW2. */
export function shownCode(code: string): string {
	return `${code.slice(0, 3)}-${code.slice(3)}`;
}

/**
 * Each place has its own weight and the alphabet's size is prime, so that one wrong character and any two that changed
 * places are always noticed.
 */
function checkOf(payload: string): string {
	const sum = [...payload].reduce((sum, character, at) => sum + (at + 2) * alphabet.indexOf(character), 0);
	return alphabet.charAt((alphabet.length - (sum % alphabet.length)) % alphabet.length);
}
