import { m } from '$lib/paraglide/messages';
import { withLocale } from '$lib/plan/locale';
import { retiredCard } from '$lib/plan/retired';
import { Problem, problemResponse, type ProblemCode } from '$lib/server/api/problem';
import { card, lookup } from '$lib/server/plan';
import { plainTitle } from '$lib/deck/plain-title';
import { embedHeight } from '$lib/share/embed-height';
import { cardAt, oembedOf, type Room } from '$lib/share/oembed';
import type { RequestHandler } from './$types';

export const prerender = false;

/** Other sites' editors ask for it from browsers too, and nothing of it is anybody's own. */
const open = { 'access-control-allow-origin': '*' };

export const GET: RequestHandler = ({ url, request, setHeaders }) => {
	const problem = (code: ProblemCode) => problemResponse(new Problem(code), request.headers.get('accept-language'));
	setHeaders(open);
	const asked = url.searchParams.get('url') ?? '';
	if (!URL.canParse(asked)) return problem('no-address');
	const { host, pathname } = new URL(asked);
	const named = host === url.host ? cardAt(pathname) : undefined;
	if (!named) return problem('no-card');
	const retired = retiredCard(lookup, named.card);
	if (retired?.successor) {
		const { topic, id } = retired.successor;
		return leadOn(url, withLocale(`/topics/${topic}/${id}`, named.locale));
	}
	if (retired) return problem('withdrawn');
	const found = card(named.card, named.locale);
	if (!found) return problem('no-card');
	if ((url.searchParams.get('format') ?? 'json') !== 'json') return problem('format');
	const room = roomOf(url.searchParams);
	if (!room) return problem('size');
	const { locale } = named;
	const embeddable = { id: found.id, title: plainTitle(found), locale, height: embedHeight(found) };
	return Response.json(oembedOf(embeddable, room, url.origin, m.app({}, { locale })), {
		headers: { 'cache-control': 'public, max-age=3600' }
	});
};

/** The same question about another page. */
function leadOn({ searchParams, origin }: URL, path: string): Response {
	const asked = new URLSearchParams(searchParams);
	asked.set('url', origin + path);
	return new Response(undefined, { status: 308, headers: { location: `/oembed?${asked.toString()}` } });
}

/** What the other page has room for; undefined when it is not said in whole pixels. */
function roomOf(asked: URLSearchParams): Room | undefined {
	const [width, height] = [asked.get('maxwidth'), asked.get('maxheight')];
	if ([width, height].some((size) => size !== null && !/^[1-9]\d{0,5}$/.test(size))) return undefined;
	return {
		...(width === null ? {} : { width: Number(width) }),
		...(height === null ? {} : { height: Number(height) })
	};
}
