interface Target {
	endpoint: string;
	p256dh: string;
	auth: string;
}

/**
 * Runs in the page before its own scripts: a PushManager as a browser has it, which hands out addresses at the push service
 * on this machine, a new one after each unsubscribing. What it has handed out outlives the page.
 */
export function stubPushManager({ endpoint, p256dh, auth }: Target): void {
	const key = 'test:push';

	interface Stored {
		count: number;
		serverKey?: string;
	}
	const read = () => JSON.parse(localStorage.getItem(key) ?? '{"count":0}') as Stored;
	const write = (stored: Stored) => localStorage.setItem(key, JSON.stringify(stored));

	function subscription(): PushSubscription | null {
		const { count, serverKey } = read();
		if (serverKey === undefined) return null;
		const own = `${endpoint}-${count}`;
		const bytes = atob(serverKey.replaceAll('-', '+').replaceAll('_', '/'));
		return {
			endpoint: own,
			expirationTime: null,
			options: {
				userVisibleOnly: true,
				applicationServerKey: Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)).buffer
			},
			getKey: () => null,
			toJSON: () => ({ endpoint: own, expirationTime: null, keys: { p256dh, auth } }),
			unsubscribe: () => {
				write({ count });
				return Promise.resolve(true);
			}
		};
	}

	PushManager.prototype.getSubscription = () => Promise.resolve(subscription());
	PushManager.prototype.subscribe = (options) => {
		const serverKey = options?.applicationServerKey;
		if (!subscription() && typeof serverKey === 'string') write({ count: read().count + 1, serverKey });
		const made = subscription();
		return made ? Promise.resolve(made) : Promise.reject(new DOMException('refused', 'AbortError'));
	};
}
