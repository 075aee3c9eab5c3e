/**
 * Numbers we work out ourselves. A derived figure has a formula over figure ids in one of two shapes, and nothing else
 * is computed anywhere: no sums, no quotients, no percentages.
 */
export type Formula =
	/** a − b */
	| { kind: 'less'; from: string; by: string }
	/** a × (1 + b %) */
	| { kind: 'grown'; from: string; by: string };

const less = /^\{([a-z0-9-]+)\} - \{([a-z0-9-]+)\}$/;
const grown = /^\{([a-z0-9-]+)\} \* \(1 \+ \{([a-z0-9-]+)\}\)$/;

export function parseFormula(formula: string): Formula | undefined {
	for (const [kind, shape] of [
		['less', less],
		['grown', grown]
	] as const) {
		const [, from, by] = shape.exec(formula) ?? [];
		if (from !== undefined && by !== undefined) return { kind, from, by };
	}
	return undefined;
}

export function inputsOf(formula: string): string[] {
	const parsed = parseFormula(formula);
	return parsed ? [parsed.from, parsed.by] : [];
}

/** The value of a formula, exact in decimals: 25.7 − 2.3 is 23.4, not 23.399999999999999. */
export function evaluate({ kind }: Formula, from: number, by: number): number {
	const value = kind === 'less' ? from - by : from * (1 + by / 100);
	return Number(value.toPrecision(12));
}
