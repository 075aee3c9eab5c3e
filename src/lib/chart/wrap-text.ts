/**
 * Breaks a short label into lines that fit, between words or, in Chinese, between characters; canvas has no line breaking.
 * @param room px
 * @param measure width of a text in px
 */
export function wrapText(text: string, room: number, measure: (text: string) => number): string[] {
	const lines: string[] = [];
	let line = '';
	for (const part of text.match(/[\u2e80-\uffff]|[^\u2e80-\uffff\s]+\s*/g) ?? []) {
		if (line !== '' && measure((line + part).trimEnd()) > room) {
			lines.push(line.trimEnd());
			line = '';
		}
		line += part;
	}
	return line === '' ? lines : [...lines, line.trimEnd()];
}

/**
 * The lines of a bar's name when its number stands at the end of the last one. A number that the last line has no room
 * for gets a line to itself: squeezing the name beside it would break it into syllables.
 * @param number the number's width, px
 */
export function labelLines(label: string, width: number, number: number, measure: (text: string) => number): string[] {
	const lines = wrapText(label, width, measure);
	const last = measure(lines.at(-1) ?? '');
	return last + number + 10 <= width ? lines : [...lines, ''];
}
