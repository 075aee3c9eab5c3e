import type { Locale } from '../plan/locale.ts';
import { paceOf } from './languages/index.ts';

/** A sentence in pieces that no engine cuts off, broken where a speaker would take breath. Joined, they are the sentence. */
export function chunksOf(text: string, locale: Locale): string[] {
	const limit = paceOf[locale].longest;
	const chunks: string[] = [];
	for (const clause of text.match(/[^，；：、。！？,;:.!?]*(?:[，；：、。！？]|[,;:.!?](?=\s|$)|[,;:.!?]|$)\s*/g) ??
		[]) {
		const last = chunks.at(-1);
		if (last !== undefined && last.length + clause.length <= limit) chunks[chunks.length - 1] = last + clause;
		else chunks.push(...broken(clause, limit));
	}
	return chunks.filter((chunk) => chunk.trim() !== '');
}

/** A clause without breath marks, broken between words, or anywhere when it has none. */
function broken(clause: string, limit: number): string[] {
	if (clause.length <= limit) return [clause];
	const space = clause.lastIndexOf(' ', limit);
	const at = space > 0 ? space + 1 : limit;
	return [clause.slice(0, at), ...broken(clause.slice(at), limit)];
}
