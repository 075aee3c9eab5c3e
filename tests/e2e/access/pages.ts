/** One page of each kind, in both languages; addresses from the plan's stable ids. */
export const kindsOfPage = [
	['home', '/'],
	['topic', '/topics/innovation'],
	['card', '/topics/trade/freight-trains'],
	['words', '/topics/education'],
	['plan', '/plan'],
	['search', '/search?q=yiwu'],
	['following', '/following'],
	['settings', '/settings'],
	['about', '/about'],
	['accessibility', '/accessibility'],
	['report', '/report?card=trade/freight-trains'],
	['missing', '/topics/nothing']
] as const;

export function inEnglish(path: string): string {
	return path === '/' ? '/en' : `/en${path}`;
}

/** Only the missing page is asked for in vain. */
export const missing = [/status of 404/];
