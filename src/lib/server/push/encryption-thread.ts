/** What encryption.ts runs in a thread: takes messages in batches and gives back as many, in their order. */
import { parentPort } from 'node:worker_threads';
import webPush from 'web-push';

/** A message and whose it is; the keys in base64url, as the browser gave them. */
export interface Plain {
	p256dh: string;
	auth: string;
	payload: string;
}

/** The body of a push request (RFC 8188), or why there is none. */
export type Encrypted = Uint8Array<ArrayBuffer> | string;

// Whether a key is a KeyObject Node finds out by an error that it throws and catches, six times a message: with no stack to
// write down, encrypting takes a quarter less. Only this thread's errors go without.
Error.stackTraceLimit = 0;

parentPort?.on('message', (batch: readonly Plain[]) => {
	const encrypted = batch.map(encrypt);
	const moved = encrypted.flatMap((body) => (typeof body === 'string' ? [] : [body.buffer]));
	parentPort?.postMessage(encrypted, moved);
});

function encrypt({ p256dh, auth, payload }: Plain): Encrypted {
	try {
		const { cipherText } = webPush.encrypt(p256dh, auth, payload, 'aes128gcm');
		// In memory of its own: small buffers share theirs, and all of it would go with each of them.
		return new Uint8Array(cipherText);
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}
