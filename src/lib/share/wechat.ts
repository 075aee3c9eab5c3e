/**
 * WeChat's own browser. It has no way to share for pages that it has not registered, and saves pictures only by a long
 * press: neither can be found out by trying, so that its name has to word the hint.
 */
export function inWeChat(userAgent: string): boolean {
	return /MicroMessenger/i.test(userAgent);
}
