import type { IncomingMessage, ServerResponse } from 'node:http';
import { cacheControl, fileType, mayBeFramed, securityHeaders } from './headers.ts';

/** Completes the headers of an answer at the last moment, when its status and what its route has said are known. */
export function completeHeaders(request: IncomingMessage, response: ServerResponse, origin: string): void {
	const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
	const writeHead = response.writeHead.bind(response);

	response.writeHead = ((status: number, ...rest: unknown[]) => {
		for (const [name, value] of Object.entries(securityHeaders(origin, mayBeFramed(path, status)))) {
			// A page made on request brings a policy of its own in a header: both must hold.
			if (name === 'content-security-policy') response.appendHeader(name, value);
			else response.setHeader(name, value);
		}
		if (!response.hasHeader('cache-control')) response.setHeader('cache-control', cacheControl(path, status));
		const type = status === 200 ? fileType(path) : undefined;
		if (type) rest = [withType(rest.at(-1), type)];
		return Reflect.apply(writeHead, response, [status, ...rest]) as ServerResponse;
	}) satisfies (...args: never[]) => ServerResponse;
}

/** Headers given with the head win over those set before, so that the type must be changed among them. */
function withType(given: unknown, type: string): Record<string, unknown> {
	const headers = Object.entries(typeof given === 'object' && given !== null ? given : {});
	const others = headers.filter(([name]) => name.toLowerCase() !== 'content-type');
	return { ...Object.fromEntries(others), 'content-type': type };
}
