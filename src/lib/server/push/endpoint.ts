/** Push services that browsers really use: https://webkit.org/blog/12945/meet-web-push asks for "any subdomain" of Apple's. */
const builtIn = ['fcm.googleapis.com', '*.push.services.mozilla.com', '*.push.apple.com', '*.notify.windows.com'];

/** Longest that was seen: about 600 letters, of Windows. */
const longest = 1024;

export type EndpointProblem = 'malformed' | 'host';

/**
 * Which addresses this server may dial. A URL is parsed and its host compared whole: patterns over the text of an address
 * let `https://10.0.0.5/x.google.com/` through.
 */
export class PushHosts {
	readonly #exact = new Set<string>();
	/** Each with its leading dot. */
	readonly #suffixes: string[] = [];

	/** @param more hosts beside the built-in ones: `host`, `host:port` or `*.host`, in lower case */
	constructor(more: readonly string[] = []) {
		for (const entry of [...builtIn, ...more]) {
			if (entry.startsWith('*.')) this.#suffixes.push(entry.slice(1));
			else this.#exact.add(entry);
		}
	}

	/** Asked when a subscription is saved and again for each message: a list may have become shorter. */
	allows(url: URL): boolean {
		if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return false;
		// `host` has the port unless it is 443: another one is allowed only where an entry names it.
		if (this.#exact.has(url.host)) return true;
		return (
			url.port === '' && this.#suffixes.some((suffix) => url.host.endsWith(suffix) && url.host.length > suffix.length)
		);
	}

	/**
	 * Reads an endpoint as a browser gives it. Only the one way to write it is taken: whatever a parser would change (other
	 * forms of an IP address, a port that is the default, tabs, IDN, dots) is nothing that a push service hands out.
	 */
	read(endpoint: string): { url: URL } | { problem: EndpointProblem } {
		const url = endpoint.length <= longest && URL.canParse(endpoint) ? new URL(endpoint) : undefined;
		if (url?.href !== endpoint || endpoint.includes('#') || endpoint.endsWith('?')) return { problem: 'malformed' };
		return this.allows(url) ? { url } : { problem: 'host' };
	}
}
