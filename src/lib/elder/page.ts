/**
 * 长辈版 without scripts: the same pages at addresses of their own. The server and the worker make them from the page that
 * was built, so that nothing is built twice; with scripts the device remembers, and the plain address serves (early.js).
 */
const prefix = /^((?:\/[a-z]{2,3})?)\/elder(?=[/?#]|$)/;

/** The address of the page that stands behind one of 长辈版: `/en/elder/plan` → `/en/plan`; undefined for other addresses. */
export function standardAddress(address: string): string | undefined {
	if (!prefix.test(address)) return undefined;
	const rest = address.replace(prefix, '$1');
	return rest.startsWith('/') ? rest : `/${rest}`;
}

/** The same page in 长辈版: `/en/plan` → `/en/elder/plan`. Files, data and the way back to the standard stay as they are. */
export function elderAddress(address: string, language: string): string {
	const path = address.replace(/[?#].*$/s, '');
	if (prefix.test(address) || path.includes('.') || /^\/(?:\/|api\/)/.test(address) || address.endsWith('#standard')) {
		return address;
	}
	const root = `/${language}`;
	const localized = path === root || path.startsWith(`${root}/`);
	return localized ? `${root}/elder${address.slice(root.length)}` : `/elder${address.replace(/^\/(?=$|[?#])/, '')}`;
}

/**
 * A page's HTML in 长辈版: marked as such, with its style sheet, its links and forms leading to pages in 长辈版.
 * @param html as SvelteKit writes it: whole tags, quoted attributes
 */
export function elderPage(html: string): string {
	const [, language = ''] = /<html lang="([a-z]+)/.exec(html) ?? [];
	const [, modes = ''] = /data-modes="([^"]*)"/.exec(html) ?? [];
	return html
		.replace('<html ', '<html data-elder="true" ')
		.replace('</head>', `<link rel="stylesheet" href="${modes}"></head>`)
		.replace(
			/(<(?:a|form)\b[^>]*? (?:href|action)="|<meta http-equiv="refresh" content="0; url=)(\/[^"]*)/g,
			(_, before: string, address: string) => before + elderAddress(address, language)
		);
}
