/** Where a text's sentences stand in it, UTF-16, `end` exclusive; what is only space belongs to none. */
export function sentencesOf(text: string): { start: number; end: number }[] {
	const sentences: { start: number; end: number }[] = [];
	// A point ends a sentence when a space and a new beginning follow, so not in 2.0 or 25.7; closing quotes stay with it.
	for (const match of text.matchAll(/[^]+?(?:[。！？；][”’）]*|[.!?;][”’)]*(?=\s+[^\sa-z])|$)/g)) {
		const before = match[0].length - match[0].trimStart().length;
		const said = match[0].trim();
		if (said !== '') sentences.push({ start: match.index + before, end: match.index + before + said.length });
	}
	return sentences;
}
