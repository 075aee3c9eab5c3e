import webPush from 'web-push';

export interface Vapid {
	/** Who answers for the pushes: a `mailto:` or `https:` address. */
	subject: string;
	publicKey: string;
	privateKey: string;
}

/** Apple refuses tokens that live for more than a day; half of one leaves room for clocks that differ. */
const lifetime = 12 * 60 * 60;
/** A token is used for half its life, so that none ends on its way. */
const usable = lifetime / 2;

/**
 * The header that says who is sending (RFC 8292), signed once for each push service and six hours: signing anew for each
 * message takes four times as long as encrypting it.
 */
export class VapidHeaders {
	readonly #vapid: Vapid;
	readonly #kept = new Map<string, { header: string; until: number }>();

	constructor(vapid: Vapid) {
		this.#vapid = vapid;
	}

	/** @param origin of the push service */
	for(origin: string): string {
		const now = Math.floor(Date.now() / 1000);
		const kept = this.#kept.get(origin);
		if (kept && now < kept.until) return kept.header;
		const { subject, publicKey, privateKey } = this.#vapid;
		const { Authorization: header } = webPush.getVapidHeaders(
			origin,
			subject,
			publicKey,
			privateKey,
			'aes128gcm',
			now + lifetime
		);
		this.#kept.set(origin, { header, until: now + usable });
		return header;
	}
}
