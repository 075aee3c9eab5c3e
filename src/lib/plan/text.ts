/**
 * Texts name their numbers instead of holding them: `城镇新增就业{urban-jobs-2020}`. This module takes a text apart; what
 * a token means is for the reader of the content to say.
 */
export type Token =
	| { kind: 'words'; words: string }
	/** `{name}` or `{name:n}` (`bare`: the number without its unit). */
	| { kind: 'name'; name: string; bare: boolean };

export function parseText(text: string): Token[] {
	const tokens: Token[] = [];
	let position = 0;
	for (const match of text.matchAll(/\{([^{}]*)\}/g)) {
		if (match.index > position) tokens.push({ kind: 'words', words: text.slice(position, match.index) });
		const inner = match[1] ?? '';
		const bare = inner.endsWith(':n');
		tokens.push({ kind: 'name', name: bare ? inner.slice(0, -2) : inner, bare });
		position = match.index + match[0].length;
	}
	if (position < text.length) tokens.push({ kind: 'words', words: text.slice(position) });
	return tokens;
}

/** The names of all tokens in a text, in order. */
export function namesIn(text: string): string[] {
	return parseText(text).flatMap((token) => (token.kind === 'name' ? [token.name] : []));
}

/** The digits that a text holds itself, half- and full-width, and signs such as ½ ② Ⅷ 〇; empty when every number is a token. */
export function looseDigits(text: string): string[] {
	return parseText(text).flatMap((token) => (token.kind === 'words' ? (token.words.match(/\p{N}+/gu) ?? []) : []));
}

/** Chinese length: characters a reader sees, without spaces and break marks. */
export function chineseLength(shown: string): number {
	return Array.from(shown.replace(/[\s|]/g, '')).length;
}

/** English length in words; “5.5 billion” counts as two. */
export function wordCount(shown: string): number {
	return shown.replaceAll('|', '').split(/\s+/).filter(Boolean).length;
}
