import { createHmac, randomBytes } from 'node:crypto';
import { isIPv6 } from 'node:net';

export interface Rate {
	/** How many at once. */
	burst: number;
	/** How many more each second. */
	perSecond: number;
}

interface Bucket {
	left: number;
	at: number;
}

/** Keys that are kept; beyond, those that were quiet for longest are forgotten. */
const mostKeys = 50_000;

/** Counts in memory, for a moment; no address is kept as it is (see `anonymous`). */
export class RateLimit {
	readonly #rate: Rate;
	readonly #now: () => number;
	/** In the order of last use. */
	readonly #buckets = new Map<string, Bucket>();

	constructor(rate: Rate, now: () => number = () => performance.now()) {
		this.#rate = rate;
		this.#now = now;
	}

	/** @returns seconds to wait; 0: go on */
	take(key: string): number {
		const { burst, perSecond } = this.#rate;
		const now = this.#now();
		const { left, at } = this.#buckets.get(key) ?? { left: burst, at: now };
		const filled = Math.min(burst, left + ((now - at) / 1000) * perSecond);
		const allowed = filled >= 1;
		this.#buckets.delete(key);
		this.#buckets.set(key, { left: allowed ? filled - 1 : filled, at: now });
		if (this.#buckets.size > mostKeys)
			for (const oldest of this.#buckets.keys()) {
				this.#buckets.delete(oldest);
				break;
			}
		return allowed ? 0 : (1 - filled) / perSecond;
	}
}

/** Of this process: what is made with it means nothing anywhere else. */
const salt = randomBytes(32);

/** An address as a key that can't be turned back. A whole /64 of IPv6 is one household. */
export function anonymous(address: string): string {
	return createHmac('sha256', salt)
		.update(isIPv6(address) ? network(address) : address)
		.digest('base64url');
}

function network(address: string): string {
	if (address.includes('.')) return address;
	const [head = '', tail] = address.split('::');
	const first = head === '' ? [] : head.split(':');
	const rest = tail === undefined || tail === '' ? [] : tail.split(':');
	const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - first.length - rest.length)).fill('0');
	return [...first, ...zeros, ...rest].slice(0, 4).join(':');
}
