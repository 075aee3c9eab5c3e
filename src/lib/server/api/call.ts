import type { RequestEvent } from '@sveltejs/kit';
import { anonymous } from '../push/rate-limit.ts';
import type { Running } from '../running.ts';
import { checkSameSite } from './body.ts';
import { Problem, problemResponse } from './problem.ts';

export interface Call {
	server: Running;
	request: Request;
	id: string;
	/** Of whom asks, as a key that can't be turned back. */
	address: string;
	/** What the device says to own its row. @throws {Problem} secret */
	secret: () => string;
}

/** An endpoint of the API: what all of them check first, and how all of them say what is wrong. */
export function call(work: (call: Call) => Promise<Response>) {
	return async (event: RequestEvent<{ id?: string }>): Promise<Response> => {
		const { request, locals, url, params } = event;
		try {
			if (!locals.server) throw new Problem('unavailable', 60);
			const address = anonymous(addressOf(event));
			locals.server.count('call', address);
			checkSameSite(request, url.origin);
			const response = await work({
				server: locals.server,
				request,
				id: params.id ?? '',
				address,
				secret: () => secretIn(request)
			});
			response.headers.set('cache-control', 'no-store');
			return response;
		} catch (error) {
			return problemResponse(problemOf(error), request.headers.get('accept-language'));
		}
	};
}

/** The adapter throws where a header that it was told to trust is missing: those requests share one key. */
export function addressOf(event: Pick<RequestEvent, 'getClientAddress'>): string {
	try {
		return event.getClientAddress();
	} catch {
		return 'unknown';
	}
}

function secretIn({ headers }: Request): string {
	const secret = /^Bearer ([\w-]{43})$/.exec(headers.get('authorization') ?? '')?.[1];
	if (secret === undefined) throw new Problem('secret');
	return secret;
}

/** What is wrong with a call that could not be answered. */
export function problemOf(error: unknown): Problem {
	return error instanceof Problem ? error : unexpected(error);
}

/** A database that broke off, most likely. The log gets its kind and its place, never what was asked or stored. */
function unexpected(error: unknown): Problem {
	const kind = error instanceof Error ? ('code' in error ? String(error.code) : error.name) : 'unknown';
	const place =
		error instanceof Error ? (error.stack ?? '').split('\n').find((line) => /^\s+at /.test(line)) : undefined;
	console.error(`An API call could not be answered: ${kind}${place ?? ''}`);
	return new Problem('unavailable', 60);
}
