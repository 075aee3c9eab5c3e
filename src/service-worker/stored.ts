/**
 * Pages are kept compressed: two languages as plain text would be six megabytes on a phone that throws storage away, a tenth
 * of it fits. Where the browser can't compress (Safari before 16.4) they are kept as they are.
 */
const packed = 'x-kandong-packed';

export async function toStore(text: string, type: string): Promise<Response> {
	const plain = new TextEncoder().encode(text);
	if (!('CompressionStream' in globalThis)) return response(plain, { 'content-type': type });
	const stream = new Blob([plain]).stream().pipeThrough(new CompressionStream('gzip'));
	return response(await new Response(stream).arrayBuffer(), { 'content-type': type, [packed]: 'gzip' });
}

export function fromStore(stored: Response): Response {
	const headers = { 'content-type': stored.headers.get('content-type') ?? 'text/html; charset=utf-8' };
	if (!stored.headers.has(packed) || !stored.body) return new Response(stored.body, { headers });
	return new Response(stored.body.pipeThrough(new DecompressionStream('gzip')), { headers });
}

/** Bytes that a stored page takes. */
export function storedSize(stored: Response): number {
	return Number(stored.headers.get('content-length') ?? 0);
}

function response(body: ArrayBuffer | Uint8Array<ArrayBuffer>, headers: Record<string, string>): Response {
	return new Response(body, { headers: { ...headers, 'content-length': String(body.byteLength) } });
}
