import type { Ended, PushRecord, Registration, Wanted } from '$lib/device/records';

/**
 * What the server shall know of this device, and how it comes to know it. Pure: a state, what the reader wants, what the
 * server answered. The whole wanted state travels each time, so that nothing depends on what arrived before, and being
 * offline only delays.
 */
export type Request =
	| { do: 'register'; wanted: Wanted }
	| { do: 'keep'; registration: Registration; wanted: Wanted }
	| { do: 'leave'; registration: Registration };

/** To be done in the browser before the server is asked again: an endpoint that is lost or not ours is exchanged. */
export interface Renewal {
	do: 'renew';
}

/** `lost`: no answer came, whatever became of the request. */
export type Answer = { status: number; registration?: Registration; notBefore?: string } | 'lost';

export const empty: PushRecord = { key: 'push', leaving: [] };

/** The reader wants this now; nothing, when push is off or no topic is followed: then the server shall know nothing. */
export function want(record: PushRecord, wanted: Wanted | undefined): PushRecord {
	const { wanted: before, refused, ...rest } = without(record, 'ended');
	if (!wanted) return off(record);
	if (wanted.topics.length === 0) return end(record, 'follows');
	const same = JSON.stringify(wanted) === JSON.stringify(before);
	return { ...rest, wanted, ...(same && refused !== undefined && { refused }) };
}

/** It is over, and not because the reader has switched it off here. */
export function end(record: PushRecord, ended: Ended): PushRecord {
	return record.wanted ? { ...off(record), ended } : record;
}

function off({ key, leaving, registration, notBefore }: PushRecord): PushRecord {
	return {
		key,
		leaving: registration ? [...leaving, registration] : leaving,
		...(notBefore !== undefined && { notBefore })
	};
}

/** A start of the app: what was confirmed is told again, and what was refused is tried again. */
export function start(record: PushRecord): PushRecord {
	return without(record, 'confirmed', 'refused', 'renew', 'renewed');
}

/** The browser has no subscription any more, though it still may have one. */
export function lose(record: PushRecord): PushRecord {
	return record.wanted ? { ...record, renew: 'wanted' } : record;
}

/** The one thing to do next; nothing, when the server knows all, has said that it won't, or wants to be left alone. */
export function next(
	{ leaving, wanted, registration, confirmed, refused, renew, notBefore }: PushRecord,
	now: string
): Request | Renewal | undefined {
	if (notBefore !== undefined && notBefore > now) return undefined;
	const [gone] = leaving;
	if (gone) return { do: 'leave', registration: gone };
	if (!wanted || refused !== undefined) return undefined;
	if (renew === 'wanted') return { do: 'renew' };
	if (!registration) return { do: 'register', wanted };
	return confirmed === JSON.stringify(wanted) ? undefined : { do: 'keep', registration, wanted };
}

/** Whether it makes sense to ask again at once; else at the next start, when the network is back, or when the server says. */
export function goesOn(answer: Answer): boolean {
	return answer !== 'lost' && answer.status < 500 && answer.status !== 429;
}

export function answered(record: PushRecord, request: Request, answer: Answer, now: string): PushRecord {
	if (answer === 'lost') return record;
	const heard = without(record, 'notBefore');
	if (!goesOn(answer)) return { ...heard, ...(answer.notBefore !== undefined && { notBefore: answer.notBefore }) };
	switch (request.do) {
		case 'leave':
			return { ...heard, leaving: heard.leaving.filter(({ id }) => id !== request.registration.id) };
		case 'register':
			return registered(heard, request.wanted, answer, now);
		case 'keep':
			return kept(heard, request, answer.status, now);
	}
}

/** @param subscription the new one; none, where the browser makes none */
export function renewed(record: PushRecord, subscription: Wanted['subscription'] | undefined): PushRecord {
	if (!record.wanted) return record;
	if (!subscription) return end(record, 'gone');
	return { ...without(record, 'confirmed'), wanted: { ...record.wanted, subscription }, renew: 'done' };
}

function registered(
	record: PushRecord,
	sent: Wanted,
	{ status, registration }: Exclude<Answer, 'lost'>,
	now: string
): PushRecord {
	// Somebody confirmed this endpoint whose secret is not here: this device, before its database was lost.
	if (status === 409 && record.renew !== 'done') return lose(record);
	if (!registration) return { ...record, refused: status };
	// While the answer was on its way the reader may have changed their mind.
	if (!record.wanted) return { ...record, leaving: [...record.leaving, registration] };
	return taken({ ...record, registration }, sent, now);
}

function kept(
	record: PushRecord,
	{ registration, wanted }: Extract<Request, { do: 'keep' }>,
	status: number,
	now: string
): PushRecord {
	if (record.registration?.id !== registration.id) return record;
	if (status < 300) return taken(record, wanted, now);
	// The server has forgotten this device: after 60 days, with its database, or because the push service knows it no more.
	if (status === 401 || status === 404 || status === 410)
		return lose(without(record, 'registration', 'confirmed', 'renew'));
	if (status === 409 && record.renew !== 'done') return lose(record);
	return { ...record, refused: status };
}

function taken(record: PushRecord, sent: Wanted, now: string): PushRecord {
	const rest = without(record, 'renew');
	return { ...rest, confirmed: JSON.stringify(sent), ...(record.renew === 'done' && { renewed: now }) };
}

type Optional = 'confirmed' | 'refused' | 'registration' | 'notBefore' | 'renew' | 'renewed' | 'ended';

function without<Name extends Optional>(record: PushRecord, ...names: Name[]): Omit<PushRecord, Name> {
	const copy = { ...record };
	for (const name of names) Reflect.deleteProperty(copy, name);
	return copy;
}
