/** What the first paint needs to know about the reader, before the database is open. A copy, never the truth. */
export interface Glimpse {
	follows: string[];
	unread: number;
	/** Follows (true) and unfollows that the database has not confirmed: a reader may close the app right after the tap. */
	unsaved?: Record<string, boolean>;
}

const key = 'kandong:glimpse';
const nothing: Glimpse = { follows: [], unread: 0 };

export function recall(): Glimpse {
	try {
		const stored: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
		return isGlimpse(stored) ? stored : nothing;
	} catch {
		// Storage is forbidden or holds what isn't ours.
		return nothing;
	}
}

export function remember(glimpse: Glimpse): void {
	try {
		localStorage.setItem(key, JSON.stringify(glimpse));
	} catch {
		// The next visit starts without a glimpse.
	}
}

function isGlimpse(value: unknown): value is Glimpse {
	return (
		typeof value === 'object' &&
		value !== null &&
		'follows' in value &&
		Array.isArray(value.follows) &&
		value.follows.every((topic) => typeof topic === 'string') &&
		'unread' in value &&
		typeof value.unread === 'number' &&
		(!('unsaved' in value) || isRecordOfBooleans(value.unsaved))
	);
}

function isRecordOfBooleans(value: unknown): boolean {
	return typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === 'boolean');
}
