/**
 * Why the device can't remember, as far as a reader can act on it:
 * - `missing`: this browser has no IndexedDB;
 * - `blocked`: the reader or a private window forbids it;
 * - `full`: no room is left; what is new is kept for this visit only;
 * - `newer`: the database belongs to a newer version of the app, which this one can't open;
 * - `waiting`: another tab stands in the way of opening it; what is new is stored as soon as that tab has gone;
 * - `lost`: the connection broke and could not be made again;
 * - `failed`: anything else.
 */
export type Fault = 'missing' | 'blocked' | 'full' | 'newer' | 'waiting' | 'lost' | 'failed';

/** IndexedDB did not answer: neither the result nor an error came in time. */
export class NoAnswer extends Error {
	override name = 'NoAnswer';
}

/** Another tab keeps an older version open. */
export class UpgradeBlocked extends Error {
	override name = 'UpgradeBlocked';
}

const faults: Readonly<Record<string, Fault>> = {
	MissingAPIError: 'missing',
	SecurityError: 'blocked',
	NotAllowedError: 'blocked',
	QuotaExceededError: 'full',
	// Firefox and Safari, when the disk itself is full.
	NS_ERROR_FILE_NO_DEVICE_SPACE: 'full',
	VersionError: 'newer',
	UpgradeBlocked: 'waiting',
	DatabaseClosedError: 'lost',
	UnknownError: 'lost',
	TransactionInactiveError: 'lost',
	TimeoutError: 'lost',
	NoAnswer: 'lost',
	AbortError: 'lost'
};

/** Sorts any error from IndexedDB or Dexie. */
export function faultOf(error: unknown): Fault {
	return specificFault(error) ?? 'failed';
}

function specificFault(error: unknown): Fault | undefined {
	if (typeof error !== 'object' || error === null) return undefined;
	// Dexie wraps: an aborted transaction or a failed bulk write tells its reason inside only.
	return (
		insideOf(error)
			.map(specificFault)
			.find((fault) => fault !== undefined) ?? ownFault(error)
	);
}

function insideOf(error: object): unknown[] {
	const inner = 'inner' in error ? [error.inner] : [];
	const failures = 'failures' in error && Array.isArray(error.failures) ? (error.failures as unknown[]) : [];
	return [...inner, ...failures].filter((inside) => inside !== error);
}

function ownFault(error: object): Fault | undefined {
	const name = 'name' in error ? String(error.name) : '';
	const message = 'message' in error ? String(error.message) : '';
	// WebKit, after the app was in the background: https://github.com/dexie/Dexie.js/issues/2008
	if (/connection to indexed database server lost/i.test(message)) return 'lost';
	// The same name for a connection that closes, and for private windows (Firefox before 115).
	if (name === 'InvalidStateError') return /clos(?:ed|ing)/i.test(message) ? 'lost' : 'blocked';
	return Object.hasOwn(faults, name) ? faults[name] : undefined;
}
