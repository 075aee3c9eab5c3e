import { m } from '../paraglide/messages.js';
import type { FigureKind } from '../plan/plan.ts';

/** What kind of number it is, in a table's cell. */
export function kindWord(kind: FigureKind): string {
	const words = {
		result: m.type_result,
		target: m.type_target,
		outcome: m.type_outcome,
		derived: m.type_derived,
		rank: m.type_rank,
		streak: m.type_streak,
		composition: m.type_composition
	};
	return words[kind]();
}
