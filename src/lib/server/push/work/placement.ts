/** When a reader hears of updates: at once, in a digest, or tomorrow. Pure, so that the product's promise can be read here. */
import type { Frequency } from '../../database/schema.ts';
import { localDay, nextDigest, nextMorning } from './local-time.ts';

export const mostPerDay = 3;

export interface Reader {
	frequency: Frequency;
	timeZone: string;
	/** Notifications that this reader has had or will have on a day (theirs, ISO). */
	toldOn: (day: string) => number;
}

export interface Placement {
	update: number;
	/** One of several in a digest. */
	bundled: boolean;
	due: Date;
	/** The reader's day on which it counts. */
	day: string;
}

/**
 * Immediate: each by itself while three a day are not reached; the third stands for all that would be too many, and once
 * it is gone the rest waits for the next morning. Daily and weekly: in the digest of the morning.
 * @param updates by their numbers, the most important first
 */
export function place(reader: Reader, updates: readonly number[], now: Date): Placement[] {
	const { frequency, timeZone } = reader;
	if (frequency !== 'immediate') return bundle(updates, nextDigest(now, timeZone, frequency), timeZone);

	const today = localDay(now, timeZone);
	const left = mostPerDay - reader.toldOn(today);
	if (updates.length <= left) return single(updates, now, today);
	if (left <= 0) return bundle(updates, nextMorning(now, timeZone), timeZone);
	return [...single(updates.slice(0, left - 1), now, today), ...bundle(updates.slice(left - 1), now, timeZone)];
}

function single(updates: readonly number[], due: Date, day: string): Placement[] {
	return updates.map((update) => ({ update, bundled: false, due, day }));
}

function bundle(updates: readonly number[], due: Date, timeZone: string): Placement[] {
	return updates.map((update) => ({ update, bundled: true, due, day: localDay(due, timeZone) }));
}
