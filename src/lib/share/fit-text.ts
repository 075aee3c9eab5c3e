/** Width as Weibo and X count it: a Chinese character is two, everything else one. */
export function textWidth(text: string): number {
	return Array.from(text).reduce((sum, character) => sum + (isWide(character) ? 2 : 1), 0);
}

const isWide = (character: string) =>
	/[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u.test(
		character
	);

/**
 * Shortens a text to a width. It ends after a whole sentence where one fits, else with “…”; a number is never cut, because
 * half of 15000 is another number.
 * @param room as `textWidth` counts
 */
export function fitText(text: string, room: number): string {
	if (textWidth(text) <= room) return text;
	const sentence = fitting(text.match(/[\s\S]*?(?:[。！？]+”?|[.!?]+(?=\s|$))\s*/gu) ?? [], room).trimEnd();
	// Less than a third of what there is room for tells too little.
	if (textWidth(sentence) >= room / 3) return sentence;
	// A number with its unit, a word, or a single character.
	const whole = fitting(text.match(/[\d.,:∶]+\s?[\p{Script=Han}%‰]?|[\p{Script=Latin}]+|[\s\S]/gu) ?? [], room - 1);
	return `${whole.replace(/[\s，；、：,;:]+$/u, '')}…`;
}

function fitting(parts: readonly string[], room: number): string {
	let whole = '';
	for (const part of parts) {
		if (textWidth((whole + part).trimEnd()) > room) break;
		whole += part;
	}
	return whole;
}
