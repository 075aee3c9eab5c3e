/** What was wrong and was put right, from the content's own history: its updates, and what its editions said. Pure. */
import type { Edition } from './content/schema.ts';
import type { Plan, Update } from './plan.ts';
import { statementOf } from './statement.ts';
import type { Change } from './verdict.ts';

export interface Correction {
	/** ISO date. */
	date: string;
	/** Absent for a number that changed without one: that is a correction nobody gave a reason for. */
	update?: Update;
	/** The cards that it concerns. */
	cards: string[];
	/** Figures that cards showed otherwise before, in the source's language. */
	changes: Change[];
}

type Figures = Readonly<Record<string, string>>;

/** What a card showed from a day on. */
interface Step {
	date: string;
	figures: Figures;
}

/** Newest first. */
export function corrections(plan: Plan, editions: readonly Edition[]): Correction[] {
	const told = plan.updates
		.filter(({ kind }) => kind === 'correction')
		.map((update): Correction => {
			const changes = update.cards.flatMap((card) => changesAt(historyOf(plan, editions, card), update.date));
			return { date: update.date, update, cards: update.cards, changes: once(changes) };
		});
	return [...told, ...untold(plan, editions)].sort((a, b) => b.date.localeCompare(a.date));
}

function untold(plan: Plan, editions: readonly Edition[]): Correction[] {
	return plan.cards.flatMap(({ id }) => {
		const steps = historyOf(plan, editions, id);
		return steps.slice(1).flatMap(({ date, figures }, index): Correction[] => {
			const before = steps[index];
			const explained = plan.updates.some(
				(update) =>
					(update.kind === 'number' || update.kind === 'correction') &&
					update.cards.includes(id) &&
					before !== undefined &&
					update.date > before.date &&
					update.date <= date
			);
			const changes = before && !explained ? changesBetween(before.figures, figures) : [];
			return changes.length === 0 ? [] : [{ date, cards: [id], changes }];
		});
	});
}

/** In the order of the editions; what it says now comes last. */
function historyOf(plan: Plan, editions: readonly Edition[], card: string): Step[] {
	const written = editions.flatMap(({ date, cards }): Step[] => {
		const said = cards[card];
		return said ? [{ date, figures: said.figures }] : [];
	});
	const now = statementOf(plan, card);
	return now ? [...written, { date: plan.updates[0]?.date ?? plan.published, figures: now.figures }] : written;
}

/** What changed with an update of that day: between the last edition before it and the first since. */
function changesAt(steps: readonly Step[], date: string): Change[] {
	const before = steps.findLast((step) => step.date < date);
	const after = steps.find((step) => step.date >= date);
	return before && after ? changesBetween(before.figures, after.figures) : [];
}

function changesBetween(before: Figures, after: Figures): Change[] {
	return Object.entries(before)
		.filter(([figure, said]) => after[figure] !== said)
		.map(([figure, said]) => {
			const now = after[figure];
			return { figure, said, ...(now === undefined ? {} : { now }) };
		});
}

/** A figure that several cards show is named once. */
function once(changes: readonly Change[]): Change[] {
	return [...new Map(changes.map((change) => [JSON.stringify(change), change])).values()];
}
