import type { Wanted } from '$lib/device/records';

/** Milliseconds. Without a way to the push service, `subscribe` stays pending for minutes. */
export const patience = 20_000;

export type Target = Wanted['subscription'];

/**
 * - `silent`: the push service did not answer in time;
 * - `no-worker`: the app is not on the phone yet, and what is not there can't be woken;
 * - `failed`: the browser said no, or came back with nothing usable.
 */
export class SubscribeError extends Error {
	override name = 'SubscribeError';
	readonly code: 'silent' | 'no-worker' | 'failed';

	constructor(code: SubscribeError['code'], cause?: unknown) {
		super(code, { cause });
		this.code = code;
	}
}

export async function current(): Promise<PushSubscription | null> {
	const registration = await navigator.serviceWorker.getRegistration();
	return (await registration?.pushManager.getSubscription()) ?? null;
}

/** The browser's subscription, made where there is none. @throws {SubscribeError} */
export async function subscribe(publicKey: string): Promise<Target> {
	const { pushManager } = await inTime(navigator.serviceWorker.ready, 'no-worker');
	const made = await inTime(make(pushManager, publicKey), 'silent');
	const target = targetOf(made);
	if (!target) throw new SubscribeError('failed');
	return target;
}

/** A subscription that was made with another key of this server's would be refused by the push service. */
async function make(pushManager: PushManager, publicKey: string): Promise<PushSubscription> {
	const old = await pushManager.getSubscription();
	if (old && targetOf(old) && keyOf(old) === publicKey) return old;
	await old?.unsubscribe();
	return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
}

function keyOf({ options }: PushSubscription): string | undefined {
	const key = options.applicationServerKey;
	if (!key) return undefined;
	const text = btoa(String.fromCharCode(...new Uint8Array(key)));
	return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

export function targetOf(subscription: PushSubscription): Target | undefined {
	const { endpoint, keys } = subscription.toJSON();
	if (!endpoint || !keys?.p256dh || !keys.auth) return undefined;
	return { endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth } };
}

async function inTime<T>(work: Promise<T>, otherwise: SubscribeError['code']): Promise<T> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const silence = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new SubscribeError(otherwise)), patience);
	});
	try {
		return await Promise.race([work, silence]);
	} catch (error) {
		throw error instanceof SubscribeError ? error : new SubscribeError('failed', error);
	} finally {
		clearTimeout(timer);
	}
}
