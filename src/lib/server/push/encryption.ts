import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Encrypted, Plain } from './encryption-thread.ts';
import { logLines, type Logger } from './work/log.ts';

/** The thread broke off, which says nothing about the message: it can be tried again. */
export class EncryptionEnded extends Error {
	override readonly name = 'EncryptionEnded';
}

interface Waiting {
	resolve: (body: Uint8Array) => void;
	reject: (error: Error) => void;
}

/**
 * Encrypts messages for their devices (RFC 8291) in a thread of its own: that is half of what a message costs, and the
 * thread that writes to push services has enough to do. The thread begins with the first message, keeps no process alive
 * once it has nothing to do, and one that broke off is followed by another.
 */
export class Encryption {
	readonly #file: string;
	readonly #log: Logger;
	#thread: Worker | undefined;
	/** What the thread has, in the order in which it gives it back. */
	#underWay: Waiting[] = [];
	/** Goes to the thread together: a passage costs more than what passes. */
	#next: { plain: Plain; waiting: Waiting }[] = [];

	/** @param file what the thread runs: encryption-thread.ts */
	constructor(file: string, log: Logger = logLines) {
		this.#file = file;
		this.#log = log;
	}

	/**
	 * @returns the body of a push request
	 * @throws EncryptionEnded
	 * @throws Error when a key never was a subscription's
	 */
	encrypt(plain: Plain): Promise<Uint8Array> {
		return new Promise((resolve, reject) => {
			if (this.#next.push({ plain, waiting: { resolve, reject } }) === 1) setImmediate(() => this.#hand());
		});
	}

	#hand(): void {
		const thread = (this.#thread ??= this.#begin());
		const batch = this.#next;
		this.#next = [];
		this.#underWay.push(...batch.map(({ waiting }) => waiting));
		thread.ref();
		thread.postMessage(batch.map(({ plain }) => plain));
	}

	#begin(): Worker {
		const thread = new Worker(this.#file);
		thread.on('message', (batch: Encrypted[]) => this.#settle(batch));
		thread.once('error', (cause: Error) => this.#end(cause));
		return thread;
	}

	#settle(batch: readonly Encrypted[]): void {
		const waiting = this.#underWay.splice(0, batch.length);
		for (const [at, { resolve, reject }] of waiting.entries()) {
			const encrypted = batch[at];
			if (encrypted instanceof Uint8Array) resolve(encrypted);
			else reject(new Error(encrypted));
		}
		if (this.#underWay.length === 0) this.#thread?.unref();
	}

	#end(cause: Error): void {
		const lost = this.#underWay;
		this.#underWay = [];
		this.#thread = undefined;
		this.#log('alarm', 'the thread that encrypts broke off', { error: String(cause) });
		for (const { reject } of lost) reject(new EncryptionEnded('the thread that encrypts broke off', { cause }));
	}
}

/**
 * The process's own. Its thread is found by the name that package.json gives it: the built server, which this is a part of,
 * lies elsewhere than the source; and a file that is missing is found out at the start.
 */
export const encryption = new Encryption(createRequire(import.meta.url).resolve('#encryption-thread'));
