import type { Lookup } from '../content/lookup.ts';
import type { Problem } from '../problem.ts';

/** The list of sections and sentences fits the text: ids in order, every 。 ends a listed sentence, nothing in between. */
export function checkOutline(lookup: Lookup): Problem[] {
	const { source, outline } = lookup.content;
	const problems: Problem[] = [];
	const seen = new Set<string>();
	for (const [index, { id, heading, start, end }] of outline.value.entries()) {
		if (seen.has(id))
			problems.push(outline.problem([index, 'id'], `there are two sections “${id}”`, 'give one another id.'));
		seen.add(id);
		if (!source.startsWith(heading, start) || end > source.length) {
			problems.push(
				outline.problem(
					[index],
					`“${heading}” does not stand at ${start}`,
					'the text or this list was changed: restore them.'
				)
			);
		}
	}
	const placed = outline.value.flatMap((section, at) =>
		section.sentences.map((sentence, index) => ({ ...sentence, section, path: [at, 'sentences', index] as const }))
	);
	const headings = outline.value.map(({ start, heading }) => ({ start, end: start + heading.length }));
	placed.sort((a, b) => a.start - b.start);
	for (const [index, { id, start, end, section, path }] of placed.entries()) {
		const problem = (what: string) =>
			outline.problem(path, `${id}: ${what}`, 'ids and offsets are fixed: restore them, never renumber.');
		if (id !== `s${String(index + 1).padStart(3, '0')}`)
			problems.push(problem(`sentence ${index + 1} of the text must have this number`));
		if (start < section.start || end > section.end) problems.push(problem(`it is outside its section ${section.id}`));
		const text = source.slice(start, end);
		if (text.indexOf('。') !== text.length - 1 || text !== text.trim())
			problems.push(problem(`${start}–${end} is not one sentence ending in 。`));
	}
	const ends = new Set(placed.map(({ end }) => end));
	for (const match of source.matchAll(/。/g)) {
		if (!ends.has(match.index + 1)) {
			problems.push(
				outline.problem(
					[],
					`the sentence that ends at ${match.index + 1} is not listed`,
					'list it, with the next number of its place.'
				)
			);
		}
	}
	for (const { start, end } of unlisted(source, [...headings, ...placed])) {
		problems.push(
			outline.problem(
				[],
				`“${source.slice(start, end).trim().slice(0, 20)}” at ${start} is in no sentence`,
				'restore the offsets around it.'
			)
		);
	}
	return problems;
}

/** Stretches after the first heading that no heading and no sentence holds, except for space between them. */
function unlisted(source: string, listed: readonly { start: number; end: number }[]): { start: number; end: number }[] {
	const spans = [...listed].sort((a, b) => a.start - b.start);
	const gaps: { start: number; end: number }[] = [];
	let reached = spans[0]?.start ?? 0;
	for (const { start, end } of [...spans, { start: source.length, end: source.length }]) {
		if (start > reached && source.slice(reached, start).trim() !== '') gaps.push({ start: reached, end: start });
		reached = Math.max(reached, end);
	}
	return gaps;
}
