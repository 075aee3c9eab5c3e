import { languageTag, locales, type Locale } from '../../plan/locale.ts';
import { languages } from '../languages/index.ts';

/** What can be wrong with a request, and its status; `../languages` says what to do, to whoever made it. */
const statuses = {
	malformed: 400,
	'unknown-topic': 400,
	words: 400,
	secret: 401,
	'other-site': 403,
	host: 403,
	token: 403,
	unknown: 404,
	owned: 409,
	pending: 409,
	'no-address': 400,
	size: 400,
	'no-card': 404,
	withdrawn: 410,
	format: 501,
	'too-large': 413,
	'not-json': 415,
	'too-many': 429,
	unavailable: 503
} as const;

export type ProblemCode = keyof typeof statuses;

export class Problem extends Error {
	override name = 'Problem';
	readonly code: ProblemCode;
	readonly retryAfter: number | undefined;

	/** @param retryAfter seconds */
	constructor(code: ProblemCode, retryAfter?: number) {
		super(code);
		this.code = code;
		this.retryAfter = retryAfter;
	}
}

/** What is wrong, and what to do, for a reader. */
export function problemText(code: ProblemCode, locale: Locale): { status: number; title: string } {
	return { status: statuses[code], title: languages[locale].problems[code] };
}

/** As RFC 9457 has it. Nothing of the request and nothing of the server is in it. */
export function problemResponse({ code, retryAfter }: Problem, accepted: string | null): Response {
	const locale = preferred(accepted);
	const { status, title } = problemText(code, locale);
	const body = { title, status, code };
	return new Response(JSON.stringify(body), {
		status,
		headers: {
			'content-type': 'application/problem+json',
			'content-language': languageTag[locale],
			'cache-control': 'no-store',
			...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
			...(retryAfter === undefined ? {} : { 'retry-after': String(Math.max(1, Math.ceil(retryAfter))) })
		}
	});
}

/** The first language that a browser asks for, where it is one of ours. */
function preferred(accepted: string | null): Locale {
	const [, first = ''] = /^\s*([a-z]+)\b/i.exec(accepted ?? '') ?? [];
	return locales.find((locale) => locale === first.toLowerCase()) ?? locales[0];
}
