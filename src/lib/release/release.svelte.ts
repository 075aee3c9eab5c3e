import type { Workbox } from 'workbox-window';
import { browser, dev } from '$app/environment';
import type { Receipt } from '$lib/device/receipt';
import type { Locale } from '$lib/plan/locale';

const hour = 3_600_000;
const minute = 60_000;

type Question = { type: 'RECEIPT' | 'REPAIR' | 'KEEP_LANGUAGE'; locale: Locale };
type Answer<Value> = { value: Value } | { error: string };

/**
 * The page's side of the service worker: registers it, notices that a new release waits, and takes it when the reader says
 * so. Everything is optional: in WeChat on iOS, in private windows and old WebViews there is no worker, and reading goes on.
 */
class Release {
	/** A new release is here and waits for the reader. */
	waiting = $state(false);
	/** There is a worker to ask; `undefined` until that is known. */
	ready = $state<boolean>();
	#started: Promise<void> | undefined;
	#keeping: Promise<void> | undefined;
	#workbox: Workbox | undefined;
	#checked = 0;
	#reloading = false;

	/** Whoever needs the worker may call it; it starts once. */
	start(): Promise<void> {
		return (this.#started ??= this.#start());
	}

	async #start(): Promise<void> {
		if (!browser || dev) return;
		try {
			if (!('serviceWorker' in navigator)) throw new Error('no service worker here');
			this.#reloadOnce();
			addEventListener('online', () => void this.#check());
			document.addEventListener('visibilitychange', () => void this.#check());
			setInterval(() => void this.#check(), hour);
			await this.#register();
		} catch {
			// Refused by the browser (private window, blocked storage) or by the network: the app works from the network.
			this.ready = false;
		}
	}

	async #register(): Promise<void> {
		const { Workbox } = await import('workbox-window');
		const workbox = new Workbox('/service-worker.js', { scope: '/' });
		workbox.addEventListener('waiting', () => (this.waiting = true));
		// An install that broke off: a network that is there but fails tells nobody when it is better.
		workbox.addEventListener('redundant', () => setTimeout(() => void this.#check(), minute / 4));
		this.#workbox = workbox;
		await workbox.register({ immediate: true });
		this.#checked = Date.now();
		this.ready = true;
	}

	/** The language that is being read shall be here offline, too, when the reader has changed it. */
	keepLanguage(locale: Locale): Promise<void> {
		return (this.#keeping ??= this.#keepLanguage(locale));
	}

	async #keepLanguage(locale: Locale): Promise<void> {
		await this.start();
		if (!this.ready) return;
		try {
			await this.#ask({ type: 'KEEP_LANGUAGE', locale });
		} catch {
			// No network: the next page that is opened asks again.
		}
	}

	/** Takes the waiting release; all tabs reload into it, each once. */
	take(): void {
		this.#workbox?.messageSkipWaiting();
	}

	/** What is on the phone in a language. @throws when there is no worker, or it can't tell */
	receipt(locale: Locale): Promise<Receipt> {
		return this.#ask({ type: 'RECEIPT', locale });
	}

	/** Fetches what is missing in a language. @throws when there is no worker or no network */
	repair(locale: Locale): Promise<Receipt> {
		return this.#ask({ type: 'REPAIR', locale });
	}

	/** Asks the worker that answers this page. */
	async #ask<Value>(question: Question): Promise<Value> {
		const { port1, port2 } = new MessageChannel();
		const answer = await new Promise<Answer<Value>>((resolve, reject) => {
			// A first worker that could not be installed is never ready.
			setTimeout(() => reject(new Error('the worker did not answer')), 30_000);
			port1.onmessage = ({ data }: MessageEvent<Answer<Value>>) => resolve(data);
			void this.#worker().then((worker) => worker.postMessage(question, [port2]), reject);
		});
		port1.close();
		if ('error' in answer) throw new Error(answer.error);
		return answer.value;
	}

	async #worker(): Promise<ServiceWorker> {
		const worker = navigator.serviceWorker.controller ?? (await navigator.serviceWorker.ready).active;
		if (!worker) throw new Error('there is no worker');
		return worker;
	}

	/**
	 * On coming back to the foreground or to a network, and hourly; more often would only cost the reader data. A first
	 * install that the network broke off left nothing behind: it begins anew.
	 */
	async #check(): Promise<void> {
		if (document.visibilityState !== 'visible') return;
		try {
			if (!(await navigator.serviceWorker.getRegistration())) {
				await this.#register();
				return;
			}
			if (Date.now() - this.#checked < minute) return;
			this.#checked = Date.now();
			await this.#workbox?.update();
		} catch {
			// No network: the next return to the foreground asks again.
		}
	}

	/** A page without a worker is only being claimed by its first one: it already shows that release. */
	#reloadOnce(): void {
		let controlled = navigator.serviceWorker.controller !== null;
		navigator.serviceWorker.addEventListener('controllerchange', () => {
			if (controlled && !this.#reloading) {
				this.#reloading = true;
				location.reload();
			}
			controlled = true;
		});
	}
}

/** One for the browser tab; on the server it does nothing. */
export const release = new Release();
