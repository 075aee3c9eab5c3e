import type { Lookup } from '../content/lookup.ts';
import type { Problem } from '../problem.ts';
import { lastOf } from '../retired.ts';

/** Ids are addresses that people have shared: one that was published is a card for ever, or says what became of it. */
export function checkRetired(lookup: Lookup): Problem[] {
	return [...usedAgain(lookup), ...leadNowhere(lookup), ...lost(lookup)];
}

function usedAgain({ content: { retired }, cards }: Lookup): Problem[] {
	return Object.keys(retired.value).flatMap((id) => {
		const again = cards.get(id);
		return again
			? [
					again.problem(
						['id'],
						`the id “${id}” was retired and is used again`,
						'give the card another id: shared links and pictures mean the old one.'
					)
				]
			: [];
	});
}

function leadNowhere(lookup: Lookup): Problem[] {
	const { retired } = lookup.content;
	return Object.entries(retired.value).flatMap(([id, { successor }]) => {
		if (successor === undefined) return [];
		const problem = (what: string, mend: string) => [retired.problem([id, 'successor'], what, mend)];
		const last = lastOf(retired.value, id);
		if (last === id) return problem(`the successors of “${id}” lead in a circle`, 'name the card that says it now.');
		if (lookup.cards.has(last) || Object.hasOwn(retired.value, last) || lookup.excused(last)) return [];
		return problem(`there is no card “${last}”`, 'name the card that says it now, or leave the successor out.');
	});
}

/** What an edition has, readers have as links and pictures. */
function lost(lookup: Lookup): Problem[] {
	const { editions, retired } = lookup.content;
	const seen = new Set<string>();
	return editions.value.flatMap(({ cards }, index) =>
		Object.keys(cards).flatMap((id) => {
			if (seen.has(id) || lookup.cards.has(id) || Object.hasOwn(retired.value, id) || lookup.excused(id)) return [];
			seen.add(id);
			return [
				editions.problem(
					[index, 'cards', id],
					`the card “${id}” was published and is gone`,
					'bring it back under its id, or write in retired.yaml when and why it went, and which card says it now.'
				)
			];
		})
	);
}
