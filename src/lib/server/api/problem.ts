import type { Locale } from '../../plan/locale.ts';

/** What can be wrong with a request: a status, and a sentence that says what to do, for whoever made it. */
const problems = {
	malformed: [
		400,
		'请求的内容不完整或格式不对。请更新应用后再试。',
		'The request is incomplete or malformed. Update the app and try again.'
	],
	'unknown-topic': [
		400,
		'有一个主题不存在。请刷新页面后再试。',
		'One of the topics does not exist. Reload the page and try again.'
	],
	words: [
		400,
		'没有写哪里不对，或者写得太长。请写 600 字以内，联系方式 100 字以内。',
		'It does not say what is wrong, or is too long. Write up to 600 characters, and up to 100 of contact.'
	],
	secret: [
		401,
		'这台设备的凭证不对。请重新打开通知。',
		'The secret is missing or wrong. Switch notifications on again.'
	],
	'other-site': [
		403,
		'只接受本网站发出的请求。请在本网站打开页面。',
		'Only requests from this site are accepted. Open the page on this site.'
	],
	host: [
		403,
		'这个推送服务不在允许的名单里。请换一个浏览器，或用订阅源。',
		'This push service is not on the list of allowed ones. Use another browser, or a feed.'
	],
	token: [
		403,
		'确认码不对或已过期。请重新打开通知。',
		'The activation token is wrong or out of date. Switch notifications on again.'
	],
	unknown: [
		404,
		'服务器上没有这个订阅。请重新打开通知。',
		'The server has no such subscription. Switch notifications on again.'
	],
	owned: [
		409,
		'这个推送地址已经登记过。请在浏览器里取消订阅后再订阅一次。',
		'This endpoint is registered already. Unsubscribe in the browser and subscribe again.'
	],
	pending: [
		409,
		'这台设备还没有确认。请等确认通知到达后再试。',
		'This device is not confirmed yet. Wait for the first notification and try again.'
	],
	'no-address': [
		400,
		'缺少 url 参数，或者它不是一个网址：/oembed?url=https%3A%2F%2F…',
		'The parameter url is missing or no address: /oembed?url=https%3A%2F%2F…'
	],
	size: [
		400,
		'maxwidth 和 maxheight 要写成正整数，单位是像素。',
		'maxwidth and maxheight are whole numbers of pixels, greater than zero.'
	],
	'no-card': [
		404,
		'这个网址不是本站的一张卡片。卡片的网址像这样：/topics/话题/卡片',
		'This address is no card of this site. A card’s address looks like /topics/{topic}/{card}'
	],
	withdrawn: [
		410,
		'这张卡片已经撤下。打开它的网址，可以看到原因。',
		'This card has been withdrawn. The page at its address says why.'
	],
	format: [501, '只提供 format=json。', 'Only format=json is available.'],
	'too-large': [
		413,
		'请求太大，最多 8 KB。请写短一点，或者少选几个主题。',
		'The request is too large; 8 KB at most. Write less, or choose fewer topics.'
	],
	'not-json': [415, '请用 application/json 发送。', 'Send application/json.'],
	'too-many': [429, '请求太多了。请稍后再试。', 'Too many requests. Try again later.'],
	unavailable: [
		503,
		'服务器暂时无法保存。请过几分钟再试，阅读不受影响。',
		'The server can’t store anything just now. Try again in a few minutes; reading is not affected.'
	]
} as const satisfies Record<string, readonly [number, string, string]>;

export type ProblemCode = keyof typeof problems;

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
	const [status, zh, en] = problems[code];
	return { status, title: locale === 'en' ? en : zh };
}

/** As RFC 9457 has it. Nothing of the request and nothing of the server is in it. */
export function problemResponse({ code, retryAfter }: Problem, languages: string | null): Response {
	const english = /^\s*en\b/i.test(languages ?? '');
	const { status, title } = problemText(code, english ? 'en' : 'zh');
	const body = { title, status, code };
	return new Response(JSON.stringify(body), {
		status,
		headers: {
			'content-type': 'application/problem+json',
			'content-language': english ? 'en' : 'zh-CN',
			'cache-control': 'no-store',
			...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
			...(retryAfter === undefined ? {} : { 'retry-after': String(Math.max(1, Math.ceil(retryAfter))) })
		}
	});
}
