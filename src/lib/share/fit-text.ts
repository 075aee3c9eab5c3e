/**
 * Width as Weibo counts it: what is not ASCII is two, “”, … and ‰ too, and a character outside the BMP four. X counts
 * nothing as more.
 */
export function textWidth(text: string): number {
	return text.replace(/[\u0081-\uffff]/g, '##').length;
}

const more = '…';

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
	const parts = text.match(/[\d.,:∶]+\s?[\p{Script=Han}%‰]?|[\p{Script=Latin}]+|[\s\S]/gu) ?? [];
	const whole = fitting(parts, room - textWidth(more));
	return whole.replace(/[\s，；、：,;:“‘《（(]+$/u, '') + more;
}

function fitting(parts: readonly string[], room: number): string {
	let whole = '';
	for (const part of parts) {
		if (textWidth((whole + part).trimEnd()) > room) break;
		whole += part;
	}
	return whole;
}
