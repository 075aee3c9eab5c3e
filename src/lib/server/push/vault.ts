import {
	createCipheriv,
	createDecipheriv,
	createHmac,
	createSecretKey,
	hkdfSync,
	randomBytes,
	type KeyObject
} from 'node:crypto';

/** Where a device is reached, as its browser gave it; the keys in base64url. */
export interface Target {
	endpoint: string;
	p256dh: string;
	auth: string;
}

/** The form of what is sealed, in its first byte: another form, or another key, gets another number. */
const version = 1;
const ivLength = 12;
const tagLength = 16;

/**
 * Keeps targets unreadable for whoever has the database but not the key: a push endpoint identifies a device, and with its
 * keys anybody could send to it. So it does with what readers report.
 */
export class Vault {
	// As objects: Node takes four times as long with a key that is a Buffer, and each message needs two of them.
	readonly #sealing: KeyObject;
	readonly #finding: KeyObject;
	readonly #naming: KeyObject;

	/** @param key 32 random bytes */
	constructor(key: Uint8Array) {
		const derive = (use: string) => createSecretKey(Buffer.from(hkdfSync('sha256', key, '', `kandong ${use}`, 32)));
		this.#sealing = derive('sealing');
		this.#finding = derive('finding');
		this.#naming = derive('naming');
	}

	/** @param id of the subscription: what was sealed for one opens for no other, so rows can't be given another's target */
	seal(target: Target, id: string): Buffer {
		return this.sealText(JSON.stringify([target.endpoint, target.p256dh, target.auth]), id);
	}

	/** @throws when it was sealed with another key or for another subscription, or was changed */
	open(sealed: Uint8Array, id: string): Target {
		const [endpoint, p256dh, auth] = JSON.parse(this.openText(sealed, id)) as [string, string, string];
		return { endpoint, p256dh, auth };
	}

	/** @param place the one that it is sealed for, and opens for */
	sealText(text: string, place: string): Buffer {
		const iv = randomBytes(ivLength);
		const cipher = createCipheriv('aes-256-gcm', this.#sealing, iv).setAAD(Buffer.from(place));
		return Buffer.concat([Buffer.of(version), iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
	}

	/** @throws when it was sealed with another key or for another place, or was changed */
	openText(sealed: Uint8Array, place: string): string {
		const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
		if (bytes[0] !== version) throw new Error(`This was sealed in a form (${bytes[0] ?? 'none'}) that is not known.`);
		const iv = bytes.subarray(1, 1 + ivLength);
		const decipher = createDecipheriv('aes-256-gcm', this.#sealing, iv, { authTagLength: tagLength })
			.setAAD(Buffer.from(place))
			.setAuthTag(bytes.subarray(-tagLength));
		return decipher.update(bytes.subarray(1 + ivLength, -tagLength), undefined, 'utf8') + decipher.final('utf8');
	}

	/** By which an endpoint's row is found, without any being opened. */
	endpointHash(endpoint: string): Buffer {
		return createHmac('sha256', this.#finding).update(endpoint).digest();
	}

	/** A name that tells a push service nothing but that two messages have the same: 32 letters, fit for its Topic header. */
	opaque(name: string): string {
		return createHmac('sha256', this.#naming).update(name).digest().subarray(0, 24).toString('base64url');
	}

	/** What tells in a database which key its rows are sealed with. */
	get fingerprint(): string {
		return this.opaque('fingerprint');
	}
}
