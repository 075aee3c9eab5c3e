/** What a check code says about the picture it stands on: does the card still say what it said then? Pure. */
import { readCode } from './check-code.ts';
import type { Edition } from './content/schema.ts';
import type { Plan, Update } from './plan.ts';
import { checkCodeOf, statementOf } from './statement.ts';

/** A figure that a picture showed otherwise; `now` is absent when the card no longer shows it. */
export interface Change {
	figure: string;
	said: string;
	now?: string;
}

export type Verdict =
	| { kind: 'damaged' }
	| { kind: 'unknown' }
	| { kind: 'current'; card: string }
	/** The card is no more; `retired.ts` knows what became of it. */
	| { kind: 'retired'; card: string; edition: string; title: string }
	/**
	 * `corrected`: a number was wrong or is gone; `outdated`: a newer one has come; `reworded`: the numbers are the same.
	 * `updates` are those since the picture's edition, newest first.
	 */
	| {
			kind: 'corrected' | 'outdated' | 'reworded';
			card: string;
			/** The edition the picture is from, ISO. */
			edition: string;
			changes: Change[];
			updates: Update[];
	  };

export function verdictOn(plan: Plan, editions: readonly Edition[], text: string): Verdict {
	const read = readCode(text);
	if (read.kind === 'damaged') return read;
	const current = plan.cards.find(({ id }) => checkCodeOf(plan, id) === read.code);
	if (current) return { kind: 'current', card: current.id };
	for (const { date, cards } of editions) {
		for (const [card, then] of Object.entries(cards)) {
			const now = statementOf(plan, card);
			if (then.code !== read.code) continue;
			if (!now) return { kind: 'retired', card, edition: date, title: then.title };
			return since(plan, card, date, then.figures, now.figures);
		}
	}
	return { kind: 'unknown' };
}

type Figures = Record<string, string>;

function since(plan: Plan, card: string, edition: string, then: Figures, now: Figures): Verdict {
	const changes = Object.entries(then)
		.filter(([figure, said]) => now[figure] !== said)
		.map(([figure, said]): Change => {
			const shown = now[figure];
			return { figure, said, ...(shown === undefined ? {} : { now: shown }) };
		});
	const updates = plan.updates.filter(({ cards, date }) => cards.includes(card) && date > edition);
	const isCorrected = changes.length > 0 && !updates.some(({ kind }) => kind === 'number');
	const isNewer = changes.length > 0 || updates.length > 0 || Object.keys(now).some((figure) => !(figure in then));
	const corrected = isCorrected || updates.some(({ kind }) => kind === 'correction');
	return { kind: corrected ? 'corrected' : isNewer ? 'outdated' : 'reworded', card, edition, changes, updates };
}
