import type { Device } from '$lib/device/device';
import { clearMail, readMail } from '$lib/device/mailbox';
import { isPushMessage } from '$lib/device/push-message';
import type { PushRecord, Wanted } from '$lib/device/records';
import type { Locale } from '$lib/plan/locale';
import { send, serverKey } from './api';
import { endLooks } from './periodic';
import { answered, empty, end, goesOn, lose, next, renewed, start, want } from './outbox';
import { current, subscribe, targetOf, type Target } from './subscription';

export type Frequency = Wanted['frequency'];

/** Says what the server shall know from now on; nothing, to be forgotten by it. */
export async function wish(device: Device, wanted: Wanted | undefined): Promise<PushRecord | undefined> {
	await device.changePush((record) => want(record ?? empty, wanted));
	if (!wanted) await unsubscribe();
	return drain(device);
}

let watched: Device | undefined;

/** Keeps the server in step from now on: at once, and whenever what it should know or the way to it changes. */
export async function watch(device: Device, locale: Locale): Promise<void> {
	if (watched === device) return;
	listen(device, locale);
	await keepInStep(device, locale);
}

/** Like `watch`, right after everything was told. */
export function listen(device: Device, locale: Locale): void {
	if (watched === device) return;
	watched = device;
	const whenOurs = (work: () => Promise<unknown>) => () => {
		if (watched === device) void work();
	};
	device.subscribe(({ push, follows }) => {
		const told = push[0]?.wanted?.topics;
		const topics = follows.map(({ topic }) => topic);
		if (told && told.join() !== topics.join()) void tell(device, locale);
	});
	addEventListener(
		'online',
		whenOurs(() => drain(device))
	);
	navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent) => {
		if (watched === device && isPushMessage(data) && data.type === 'RESUBSCRIBED') void keepInStep(device, locale);
	});
}

/** At a start of the app: the whole state is told again, whatever the server knows. */
export async function keepInStep(device: Device, locale: Locale): Promise<void> {
	if ((await device.read()).push.length === 0) return;
	await returnActivation();
	await device.changePush((record) => record && start(record));
	await tell(device, locale);
}

/**
 * Deletes the server's row and the browser's subscription: what comes before everything here is deleted.
 * @returns whether the server has confirmed it. Where it could not be asked, it learns from the push service, which no
 * longer knows the endpoint, the next time it sends.
 */
export async function leave(device: Device): Promise<boolean> {
	const record = (await device.read()).push.length > 0 ? await wish(device, undefined) : undefined;
	await Promise.all([clearMail(), endLooks()]).catch(() => undefined);
	return !record || record.leaving.length === 0;
}

/** What is followed now, in which language, and where this browser is reached. */
async function tell(device: Device, locale: Locale): Promise<void> {
	const { follows } = await device.read();
	const topics = follows.map(({ topic }) => topic);
	const allowed = 'Notification' in globalThis && Notification.permission === 'granted';
	const subscription = allowed ? await current() : null;
	const target = subscription && targetOf(subscription);
	const record = await device.changePush((record) => {
		if (!record?.wanted) return record;
		if (!allowed) return end(record, 'permission');
		const wanted = want(record, { ...record.wanted, topics, locale, ...(target && { subscription: target }) });
		return target ? wanted : lose(wanted);
	});
	if (!record?.wanted) await unsubscribe();
	await drain(device);
}

/** Sends what the server does not know yet, one request after the other. */
async function drain(device: Device): Promise<PushRecord | undefined> {
	const work = async () => {
		let record = (await device.read()).push[0];
		for (let task = record && next(record, now()); task; task = record && next(record, now())) {
			const made = task;
			if (made.do === 'renew') {
				const target = await exchange();
				record = await device.changePush((known) => known && renewed(known, target));
				continue;
			}
			const answer = await send(made);
			record = await device.changePush((known) => known && answered(known, made, answer, now()));
			if (!goesOn(answer)) break;
		}
		return record;
	};
	// Two tabs that register at once would be two devices to the server.
	const record = await ('locks' in navigator ? navigator.locks.request('kandong-push', work) : work());
	drainLater(device, record?.notBefore);
	return record;
}

const now = () => new Date().toISOString();

let later: ReturnType<typeof setTimeout> | undefined;

function drainLater(device: Device, notBefore: string | undefined): void {
	clearTimeout(later);
	if (notBefore === undefined) return;
	later = setTimeout(() => void drain(device), Math.max(1000, Date.parse(notBefore) - Date.now()));
}

/** Another subscription in the place of this browser's; nothing, where none can be made. */
async function exchange(): Promise<Target | undefined> {
	try {
		await unsubscribe();
		const key = await serverKey();
		return key === undefined ? undefined : await subscribe(key);
	} catch {
		return undefined;
	}
}

async function unsubscribe(): Promise<void> {
	try {
		await (await current())?.unsubscribe();
		await clearMail('arrived');
	} catch {
		// The browser keeps it then, and the server has nothing to send to it.
	}
}

/** What the worker could not send back while there was no network. */
async function returnActivation(): Promise<void> {
	try {
		const mail = await readMail('activation');
		if (!mail) return;
		const response = await fetch(`/api/push/subscriptions/${mail.id}/activate`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ token: mail.token })
		});
		if (response.status < 500 && response.status !== 429) await clearMail('activation');
	} catch {
		// The next start tries again.
	}
}
