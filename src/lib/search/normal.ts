/**
 * Full-width letters and signs as half-width ones, capitals as small ones: NFKC character by character, so that places in
 * the normal form are places in the text and a match can be marked there.
 */
export function normal(text: string): string {
	// Most characters are their own normal form, and this is asked with every key.
	return text.replace(/[^\u4e00-\u9fff !-@[-`a-~]/gu, (character) => {
		const folded = character.normalize('NFKC').toLowerCase();
		return folded.length === character.length ? folded : character;
	});
}
