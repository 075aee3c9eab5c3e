import { createServer, request as askSite, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Held {
	pattern: RegExp;
	/** Resolves when the answer may go on. */
	released: Promise<void>;
}

/**
 * The road between a phone and the site: it can lead to another release, be cut, lose or hold single answers, and it
 * remembers what was asked for. The browser's own flight mode alone would tell nothing about what the worker asks for.
 */
export class Network {
	/** Paths with their queries, in the order in which they were asked for. */
	asked: string[] = [];
	readonly #server = createServer((request, response) => void this.#answer(request, response));
	#site: string;
	#cut = false;
	#lost: RegExp[] = [];
	#held: Held[] = [];
	#altered = new Map<RegExp, (body: string) => string>();

	constructor(site: string) {
		this.#site = site;
	}

	get origin(): string {
		return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
	}

	open(): Promise<void> {
		return new Promise((resolve) => this.#server.listen(0, 'localhost', resolve));
	}

	close(): Promise<void> {
		this.#server.closeAllConnections();
		return new Promise((resolve) => this.#server.close(() => resolve()));
	}

	/** From now on this site answers: what a deploy does. */
	leadTo(site: string): void {
		this.#site = site;
	}

	cut(): void {
		this.#cut = true;
		this.#server.closeAllConnections();
	}

	mend(): void {
		this.#cut = false;
		this.#lost = [];
		this.#held = [];
	}

	/** Breaks the connection of every request for such a path. */
	lose(pattern: RegExp): void {
		this.#lost.push(pattern);
	}

	/** Lets requests for such a path wait, until the returned function is called. */
	hold(pattern: RegExp): () => void {
		const { promise, resolve } = Promise.withResolvers<undefined>();
		this.#held.push({ pattern, released: promise });
		return () => resolve(undefined);
	}

	alter(pattern: RegExp, change: (body: string) => string): void {
		this.#altered.set(pattern, change);
	}

	/** What was asked for while something was done. */
	async during(action: () => Promise<unknown>): Promise<string[]> {
		const before = this.asked.length;
		await action();
		return this.asked.slice(before);
	}

	async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const path = request.url ?? '/';
		this.asked.push(path);
		const matches = (pattern: RegExp) => pattern.test(path);
		if (!this.#cut) {
			await Promise.all(this.#held.filter(({ pattern }) => matches(pattern)).map(({ released }) => released));
		}
		// A browser asks again by itself when a connection that it had used before is closed.
		if (this.#cut || this.#lost.some(matches)) {
			response.destroy();
			return;
		}
		const alter = [...this.#altered].find(([pattern]) => matches(pattern))?.[1];
		const headers = alter ? {} : request.headers;
		const asking = askSite(new URL(path, this.#site), { method: request.method, headers }, (answer) => {
			if (alter) void pass(answer, response, alter);
			else answer.pipe(response.writeHead(answer.statusCode ?? 502, answer.headers));
		});
		asking.on('error', () => response.destroy());
		request.pipe(asking);
	}
}

async function pass(answer: IncomingMessage, response: ServerResponse, alter: (body: string) => string) {
	const chunks: Buffer[] = [];
	for await (const chunk of answer) chunks.push(chunk as Buffer);
	const body = alter(Buffer.concat(chunks).toString());
	const headers = Object.fromEntries(Object.entries(answer.headers).filter(([name]) => name !== 'content-length'));
	response.writeHead(answer.statusCode ?? 502, headers).end(body);
}
