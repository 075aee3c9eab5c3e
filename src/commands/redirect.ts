import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { elderAddress, standardAddress } from '../lib/elder/page.ts';
import { localeOf, locales, withLocale, withoutLocale } from '../lib/plan/locale.ts';
import { inProject } from './project.js';

/** Path of a retired card, its embed or a picture of it → that of the card that now says it, both in the first language. */
export type Moved = Readonly<Record<string, string>>;

/** As the build wrote it down. */
export function readMoved(): Moved {
	const file = inProject('build', 'prerendered', 'moved.json');
	return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Moved) : {};
}

export interface Redirect {
	status: 303 | 308;
	location: string;
}

/**
 * Where an address leads instead of to a page of its own, in its language and in 长辈版: that of a retired card to its
 * successor, and the form for check codes, as a browser without scripts sends it, to the code's page.
 */
export function redirectOf(url: string, moved: Moved): Redirect | undefined {
	const standard = standardAddress(url) ?? url;
	const [path = '', query = ''] = standard.split('?', 2);
	const locale = localeOf(path);
	const own = withoutLocale(path.replace(/(?<=.)\/$/, ''));
	const to = (target: string) => {
		const address = withLocale(target, locale);
		return standard === url ? address : elderAddress(address, locale === locales[0] ? '' : locale);
	};
	const target = Object.hasOwn(moved, own) ? moved[own] : undefined;
	if (target !== undefined) return { status: 308, location: to(target) };
	const code = own === '/v' ? new URLSearchParams(query).get('code')?.trim().slice(0, 64) : undefined;
	return code ? { status: 303, location: to(`/v/${encodeURIComponent(code.toWellFormed())}`) } : undefined;
}

/** @returns whether the request was answered */
export function answerRedirect(request: IncomingMessage, response: ServerResponse, moved: Moved): boolean {
	const redirect = redirectOf(request.url ?? '/', moved);
	if (redirect) response.writeHead(redirect.status, { location: redirect.location }).end();
	return redirect !== undefined;
}
