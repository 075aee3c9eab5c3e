import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { completeHeaders } from '../../../src/commands/answer.ts';

/** What a server says about a path when its app answers like this. */
async function headersOf(path: string, app: RequestListener): Promise<Headers> {
	const server = createServer((request, response) => {
		completeHeaders(request, response, 'http://localhost:4173');
		app(request, response);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const { headers } = await fetch(`http://127.0.0.1:${port}${path}`);
	await new Promise((resolve) => server.close(resolve));
	return headers;
}

describe('every answer', () => {
	it('is completed when its head is written with headers of its own', async () => {
		const headers = await headersOf('/icon-192.png', (_request, response) => {
			response.writeHead(200, { 'Content-Type': 'image/png' });
			response.end();
		});
		expect(headers.get('content-type')).toBe('image/png');
		expect(headers.get('x-content-type-options')).toBe('nosniff');
		expect(headers.get('cache-control')).toBe('public, max-age=3600');
	});

	it('is completed when nobody wrote a head', async () => {
		const headers = await headersOf('/?q=1.png', (_request, response) => response.end());
		expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
		expect(headers.get('cache-control')).toBe('no-cache');
	});

	it("keeps a page's own policy beside the server's", async () => {
		const headers = await headersOf('/missing', (_request, response) => {
			response.setHeader('content-security-policy', "script-src 'nonce-1'");
			response.writeHead(404);
			response.end();
		});
		expect(headers.get('content-security-policy')).toMatch(/^script-src 'nonce-1', frame-ancestors 'none'/);
	});

	it.each([
		['/feeds/jobs.xml', 'application/atom+xml; charset=utf-8'],
		['/en/feeds/all.json', 'application/feed+json'],
		['/plan.json', 'application/json'],
		['/en/data/new-jobs.csv', 'text/csv; charset=utf-8']
	])('%s says what it is: %s', async (path, type) => {
		const headers = await headersOf(path, (_request, response) => {
			response.writeHead(200, { 'Content-Type': path.endsWith('.xml') ? 'text/xml' : 'application/json' });
			response.end();
		});
		expect(headers.get('content-type')).toBe(type);
	});

	it('keeps what its route says about caching', async () => {
		const headers = await headersOf('/api/push/key', (_request, response) => {
			response.setHeader('cache-control', 'no-store');
			response.end('{}');
		});
		expect(headers.get('cache-control')).toBe('no-store');
	});
});
