/** The results of one key mostly are those of the next, and Chinese commas alone cost a slow phone a millisecond a card. */
const known = new Map<string, string>();

/**
 * Full-width letters and signs as half-width ones, capitals as small ones: NFKC character by character, so that places in
 * the normal form are places in the text and a match can be marked there.
 */
export function normal(text: string): string {
	const found = known.get(text) ?? fold(text);
	known.set(text, found);
	return found;
}

function fold(text: string): string {
	// Most characters are their own normal form.
	return text.replace(/[^\u4e00-\u9fff !-@[-`a-~]/gu, (character) => {
		const folded = character.normalize('NFKC').toLowerCase();
		return folded.length === character.length ? folded : character;
	});
}
