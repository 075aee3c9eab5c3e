import { Problem } from './problem.ts';

/** Fifty topics and the longest endpoint fill less than half of it; so do the longest words of a report, but not as a form. */
const mostBytes = 8 * 1024;

/**
 * Only pages of this site may ask. A browser always says where a request that changes something comes from, so one that
 * says nothing is refused; one that only reads is taken unless it says that it is another site's.
 */
export function checkSameSite(request: Request, origin: string): void {
	const from = request.headers.get('origin');
	const site = request.headers.get('sec-fetch-site');
	const reads = request.method === 'GET' || request.method === 'HEAD';
	const foreign = (from !== null && from !== origin) || (site !== null && site !== 'same-origin');
	const silent = from === null && site === null;
	if (foreign || (silent && !reads)) throw new Problem('other-site');
}

/** The fields of a plain HTML form, which browsers without scripts send. */
export async function readForm(request: Request): Promise<URLSearchParams> {
	if (typeOf(request) !== 'application/x-www-form-urlencoded') throw new Problem('malformed');
	return new URLSearchParams(new TextDecoder().decode(await readBytes(request)));
}

/** A request's JSON, however long it says it is: what comes in pieces says nothing beforehand. */
export async function readJson(request: Request): Promise<unknown> {
	if (typeOf(request) !== 'application/json') throw new Problem('not-json');
	const bytes = await readBytes(request);
	try {
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		throw new Problem('malformed');
	}
}

function typeOf({ headers }: Request): string | undefined {
	return headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
}

async function readBytes({ headers, body }: Request): Promise<Uint8Array> {
	if (Number(headers.get('content-length') ?? 0) > mostBytes) throw new Problem('too-large');
	let length = 0;
	const pieces: Uint8Array[] = [];
	try {
		for await (const piece of (body ?? []) as AsyncIterable<Uint8Array>) {
			length += piece.byteLength;
			// Read to its end (the adapter ends it at half a megabyte) but not kept: breaking off would reset the connection,
			// and the sender would never read why.
			if (length <= mostBytes) pieces.push(piece);
		}
	} catch {
		throw new Problem(length > mostBytes ? 'too-large' : 'malformed');
	}
	if (length > mostBytes) throw new Problem('too-large');
	return Buffer.concat(pieces);
}
