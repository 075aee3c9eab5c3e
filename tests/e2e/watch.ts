import type { BrowserContext } from '@playwright/test';

/** Collects what no page of the app may do. The service worker's requests count as well: they are the context's. */
export function watch(context: BrowserContext, origin: string): string[] {
	const problems: string[] = [];

	context.on('request', (request) => {
		const url = new URL(request.url());
		const web = url.protocol === 'http:' || url.protocol === 'https:';
		if (web && url.origin !== origin) problems.push(`request outside the origin: ${request.url()}`);
	});
	context.on('weberror', (webError) => {
		problems.push(`uncaught error: ${webError.error().stack ?? webError.error().message}`);
	});
	context.on('console', (message) => {
		if (message.type() !== 'error') return;
		problems.push(`console error: ${message.text()} (${message.location().url})`);
	});

	return problems;
}
