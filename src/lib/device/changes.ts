import { inKeyOrder, type DeviceState, type EditionRecord, type InboxEntry, type Json } from './records.ts';

/**
 * What a verb does to the device's state. Doing it twice is the same as doing it once: a change whose answer was lost
 * with the connection is made again.
 */
export type Change = (state: DeviceState) => DeviceState;

/** A pause longer than this ends a visit. */
const pause = 30 * 60_000;

export function follow(topic: string, at: string): Change {
	return (state) =>
		state.follows.some((known) => known.topic === topic)
			? state
			: { ...state, follows: inKeyOrder('follows', [...state.follows, { topic, since: at }]) };
}

export function unfollow(topic: string): Change {
	return (state) => ({ ...state, follows: state.follows.filter((known) => known.topic !== topic) });
}

export function readCard(card: string, version: string, at: string, updates: readonly string[]): Change {
	return (state) => {
		const reading = inKeyOrder('reading', [...state.reading, { card, version, at }]);
		return active(at)(withInbox({ ...state, reading }, updates, at, (entry) => ({ ...entry, read: 1 })));
	};
}

/** `told` when a push message shows these updates now. */
export function receive(updates: readonly string[], at: string, told = false): Change {
	return (state) => withInbox(state, updates, at, (entry) => (told ? { told: at, ...entry } : entry));
}

export function markRead(updates: readonly string[], baseline: EditionRecord): Change {
	return (state) => ({
		...withInbox(state, updates, baseline.seenAt, (entry) => ({ ...entry, read: 1 })),
		editions: [baseline]
	});
}

export function visit(now: string, baselineIfNone: EditionRecord): Change {
	return (state) => {
		const visited = active(now)(state);
		return visited.editions.length > 0 ? visited : { ...visited, editions: [baselineIfNone] };
	};
}

export function setSetting(key: string, value: Json): Change {
	return (state) => ({ ...state, settings: inKeyOrder('settings', [...state.settings, { key, value }]) });
}

export function clearSetting(key: string): Change {
	return (state) => ({ ...state, settings: state.settings.filter((known) => known.key !== key) });
}

export function settingOf(state: DeviceState, key: string): Json | undefined {
	return state.settings.find((known) => known.key === key)?.value;
}

/** When the visit before this one ended, if there was one. */
export function lastVisitOf(state: DeviceState): string | undefined {
	return textSetting(state, 'lastVisit');
}

/** The reader does something now; after a pause, that starts a visit. */
function active(now: string): Change {
	return (state) => {
		const lastActive = textSetting(state, 'lastActive');
		const lastVisit = lastVisitOf(state);
		const touched = setSetting('lastActive', now)(state);
		if (lastActive !== undefined && Date.parse(now) - Date.parse(lastActive) > pause) {
			return setSetting('lastVisit', lastActive)(touched);
		}
		// The clock was set back: no visit was in the future.
		const ahead = lastVisit !== undefined && Date.parse(lastVisit) > Date.parse(now);
		return ahead ? setSetting('lastVisit', now)(touched) : touched;
	};
}

function textSetting(state: DeviceState, key: string): string | undefined {
	const value = settingOf(state, key);
	return typeof value === 'string' ? value : undefined;
}

/** Changes the entries of these updates; one that is not there yet begins as unread. */
function withInbox(
	state: DeviceState,
	updates: readonly string[],
	at: string,
	change: (entry: InboxEntry) => InboxEntry
): DeviceState {
	const known = new Map(state.inbox.map((entry) => [entry.update, entry]));
	const changed = updates.map((update) => change(known.get(update) ?? { update, read: 0, at }));
	return { ...state, inbox: inKeyOrder('inbox', [...state.inbox, ...changed]) };
}
