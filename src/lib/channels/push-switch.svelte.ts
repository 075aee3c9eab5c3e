import { clearMail, readMail } from '$lib/device/mailbox';
import { isPushMessage } from '$lib/device/push-message';
import type { PushRecord } from '$lib/device/records';
import { getLocale } from '$lib/paraglide/runtime';
import { serverKey } from '$lib/push/api';
import { possible, pushSigns, type Possible } from '$lib/push/possible';
import { subscribe, SubscribeError } from '$lib/push/subscription';
import { keepInStep, listen, wish, type Frequency } from '$lib/push/sync';
import type { ChannelReader } from './reader';

/** Why switching on came to nothing; each has its words, and a way to try again. */
export type Failure = 'dismissed' | 'offline' | 'no-server' | 'refused' | 'no-storage' | SubscribeError['code'];

/**
 * - `asking`: the browser shows its own question;
 * - `connecting`: it asks the push service for an address;
 * - `waiting`: all is said, and the first notification has yet to arrive.
 */
export type Stage = Exclude<Possible, 'available'> | 'off' | 'consent' | 'asking' | 'connecting' | 'waiting' | 'on';

/** Notifications of this device, from the question to the echo. */
export class PushSwitch {
	failure = $state<Failure>();
	/** ISO time of the last push that arrived here. */
	arrived = $state<string>();
	readonly #reader: ChannelReader;
	#here = $state<Possible>(possible(pushSigns()));
	#step = $state<'rest' | 'consent' | 'asking' | 'connecting'>('rest');

	constructor(reader: ChannelReader) {
		this.#reader = reader;
	}

	get record(): PushRecord | undefined {
		return this.#reader.state?.push[0];
	}

	get stage(): Stage {
		if (this.#here !== 'available') return this.#here;
		if (this.#step !== 'rest') return this.#step;
		if (!this.record?.wanted) return 'off';
		return this.arrived === undefined ? 'waiting' : 'on';
	}

	get follows(): number {
		return this.#reader.followed.length;
	}

	/** Keeps an eye on pushes and on the browser's permission. @returns what ends that */
	watch(): () => void {
		void this.#lookForArrival();
		const hear = ({ data }: MessageEvent) => {
			if (isPushMessage(data) && data.type === 'PUSH') void this.#lookForArrival();
		};
		// Most browsers' settings are another page or another app: the reader comes back from there.
		const look = () => {
			if (document.visibilityState === 'visible') this.#lookHere();
		};
		const worker = 'serviceWorker' in navigator ? navigator.serviceWorker : undefined;
		worker?.addEventListener('message', hear);
		document.addEventListener('visibilitychange', look);
		void watchPermission(() => this.#lookHere());
		return () => {
			worker?.removeEventListener('message', hear);
			document.removeEventListener('visibilitychange', look);
		};
	}

	ask(): void {
		this.failure = undefined;
		this.#step = 'consent';
	}

	decline(): void {
		this.#step = 'rest';
	}

	/** The reader has agreed; to be called right in the tap, because iOS asks only then. */
	async turnOn(): Promise<void> {
		this.failure = undefined;
		this.#step = Notification.permission === 'granted' ? 'connecting' : 'asking';
		try {
			const permission = await Notification.requestPermission();
			this.#lookHere();
			if (permission === 'granted') this.failure = await this.#connect();
			else if (permission === 'default') this.failure = 'dismissed';
		} catch (error) {
			this.failure = error instanceof SubscribeError ? error.code : 'failed';
		}
		this.#step = 'rest';
	}

	async turnOff(): Promise<void> {
		await wish(await this.#reader.device(), undefined);
		this.arrived = undefined;
	}

	async choose(frequency: Frequency): Promise<void> {
		const device = await this.#reader.device();
		// What the device holds: what is shown here may be a moment behind it, and the choice would be lost.
		const wanted = (await device.read()).push[0]?.wanted;
		if (wanted) await wish(device, { ...wanted, frequency });
	}

	/** Tells the server again, which makes it send another first notification to a device that it waits for. */
	async again(): Promise<void> {
		await keepInStep(await this.#reader.device(), getLocale());
	}

	async #connect(): Promise<Failure | undefined> {
		this.#step = 'connecting';
		const device = await this.#reader.device();
		// What would be forgotten could never be switched off again.
		if (device.fault) return 'no-storage';
		const key = await serverKey();
		if (key === undefined) return navigator.onLine ? 'no-server' : 'offline';
		const subscription = await subscribe(key);
		await clearMail('arrived');
		this.arrived = undefined;
		const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
		const topics = [...this.#reader.followed];
		const record = await wish(device, {
			subscription,
			topics,
			locale: getLocale(),
			frequency: this.record?.wanted?.frequency ?? 'daily',
			timeZone
		});
		if (record?.refused !== undefined) {
			await wish(device, undefined);
			return 'refused';
		}
		listen(device, getLocale());
		return undefined;
	}

	#lookHere(): void {
		const before = this.#here;
		this.#here = possible(pushSigns());
		// Taken back, or given again: the server is told at once.
		if (before !== this.#here && this.record?.wanted) void this.again();
	}

	async #lookForArrival(): Promise<void> {
		try {
			this.arrived = await readMail('arrived');
		} catch {
			// Caches are forbidden: then nothing arrived either.
		}
	}
}

async function watchPermission(changed: () => void): Promise<void> {
	try {
		const status = await navigator.permissions.query({ name: 'notifications' });
		status.addEventListener('change', changed);
	} catch {
		// Not told here; coming back to the page looks again.
	}
}
