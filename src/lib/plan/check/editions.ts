import type { Lookup } from '../content/lookup.ts';
import type { Problem } from '../problem.ts';
import { codeOfStatement } from '../statement.ts';

/** History is written by a command and never by hand: an entry that was altered no longer has the code it was given. */
export function checkEditions({ content: { editions, plan } }: Lookup): Problem[] {
	return editions.value.flatMap(({ cards }, index) =>
		Object.entries(cards)
			.filter(([card, { code, ...said }]) => codeOfStatement(plan.value.id, card, said) !== code)
			.map(([card]) =>
				editions.problem(
					[index, 'cards', card],
					`the edition’s entry for “${card}” was altered`,
					'restore the file: what was published stays as it was; `npm run plan -- publish` adds what is new.'
				)
			)
	);
}
