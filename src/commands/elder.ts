import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { elderAddress, elderPage, standardAddress } from '../lib/elder/page.ts';
import { localeOf } from '../lib/plan/locale.ts';

/** Distinguishes an entity tag from that of the page it was made from. */
const mark = '-elder"';

/**
 * Turns a request for a page of 长辈版 into one for the page behind it, and that page on its way out into 长辈版's.
 * Other requests are left alone. Call it after whoever completes headers, so that those see what the page is.
 */
export function serveElder(request: IncomingMessage, response: ServerResponse): void {
	const address = standardAddress(request.url ?? '/');
	if (address === undefined) return;
	const accepted = request.headers['accept-encoding'] ?? '';
	request.url = address;
	delete request.headers['accept-encoding'];
	delete request.headers.range;
	const known = request.headers['if-none-match'];
	if (known !== undefined) request.headers['if-none-match'] = known.replaceAll(mark, '"');
	holdBack(response, accepted);
}

interface Head {
	status: number;
	headers: OutgoingHttpHeaders;
}

/** Collects an answer until it is whole. */
function holdBack(response: ServerResponse, accepted: string): void {
	const writeHead = response.writeHead.bind(response);
	const end = response.end.bind(response);
	const chunks: Buffer[] = [];
	let head: Head | undefined;

	const keep = (chunk: unknown, encoding: unknown) => {
		if (typeof chunk === 'string') {
			chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'));
		} else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
		[chunk, encoding].find((given) => typeof given === 'function')?.call(response);
	};
	response.writeHead = (status: number, ...rest: unknown[]) => {
		head = { status, headers: (rest.at(-1) ?? {}) as OutgoingHttpHeaders };
		return response;
	};
	response.write = ((chunk: unknown, encoding?: unknown) => {
		keep(chunk, encoding);
		return true;
	}) as ServerResponse['write'];
	response.end = ((chunk?: unknown, encoding?: unknown) => {
		keep(chunk, encoding);
		const { status, headers } = head ?? { status: response.statusCode, headers: {} };
		for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, value);
		const body = inElder(response, Buffer.concat(chunks), accepted);
		writeHead(status);
		return end(body);
	}) as ServerResponse['end'];
}

/** The answer's body as 长辈版 has it, with the headers that go with it. */
function inElder(response: ServerResponse, body: Buffer, accepted: string): Buffer {
	const location = response.getHeader('location');
	if (typeof location === 'string' && location.startsWith('/')) {
		response.setHeader('location', elderAddress(location, localeOf(location)));
	}
	const tag = response.getHeader('etag');
	if (typeof tag === 'string') response.setHeader('etag', tag.replace(/"$/, mark));
	// The answer to HEAD, or “not modified”.
	if (body.length === 0) response.removeHeader('content-length');
	if (body.length === 0 || !String(response.getHeader('content-type')).startsWith('text/html')) return body;

	const html = Buffer.from(elderPage(body.toString('utf8')));
	const packed = pack(html, accepted);
	if (packed) response.setHeader('content-encoding', packed.encoding);
	response.setHeader('vary', 'Accept-Encoding');
	response.setHeader('content-length', (packed?.body ?? html).length);
	return packed?.body ?? html;
}

/** Quickly rather than as small as can be: these pages are packed for each request. */
function pack(html: Buffer, accepted: string): { encoding: string; body: Buffer } | undefined {
	if (/\bbr\b/.test(accepted)) {
		const params = { [constants.BROTLI_PARAM_QUALITY]: 4 };
		return { encoding: 'br', body: brotliCompressSync(html, { params }) };
	}
	return /\bgzip\b/.test(accepted) ? { encoding: 'gzip', body: gzipSync(html) } : undefined;
}
