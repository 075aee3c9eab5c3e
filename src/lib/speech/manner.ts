/** How this reader likes to be read to; kept under `speech` among the settings. */
export interface Liking {
	/** 1 is a voice's ordinary speed. */
	rate: number;
	/** `voiceURI` of the voice chosen for a language. */
	voices: Partial<Record<string, string>>;
}

export const rates = [0.75, 1, 1.25, 1.5, 2] as const;

/** The stored setting, which another release may have written, as this one knows it. */
export function likingFrom(stored: unknown): Liking {
	const { rate, voices } = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
	return {
		rate: rates.find((known) => known === rate) ?? 1,
		voices:
			typeof voices === 'object' && voices !== null
				? Object.fromEntries(
						Object.entries(voices).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
					)
				: {}
	};
}

/** The next speed, and after the fastest the slowest. */
export function rateAfter(rate: number): number {
	return rates.find((faster) => faster > rate) ?? rates[0];
}
