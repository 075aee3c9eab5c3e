/**
 * Takes apart the HTML that SvelteKit writes: always whole tags, always quoted attributes. What it does not understand is
 * an error, so that a broken page cannot pass for a page without faults.
 */
export interface Element {
	name: string;
	attributes: Readonly<Record<string, string>>;
	children: (Element | string)[];
}

const empty = new Set(['area', 'base', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);
/** Elements whose content is not HTML. */
const raw = new Set(['script', 'style']);
const pattern = /<!--[\s\S]*?-->|<!doctype[^>]*>|<\/([\w-]+)>|<([\w-]+)((?:\s+[^\s"=<>/]+(?:="[^"]*")?)*)\s*(\/?)>/gy;

export function parseHtml(html: string): Element {
	const root: Element = { name: '#document', attributes: {}, children: [] };
	const open = [root];
	let position = 0;
	while (position < html.length) {
		const top = open.at(-1) ?? root;
		const tag = html.indexOf('<', position);
		const end = tag === -1 ? html.length : tag;
		if (end > position) top.children.push(decode(html.slice(position, end)));
		if (tag === -1) break;

		pattern.lastIndex = tag;
		const match = pattern.exec(html);
		if (!match) throw new Error(`not understood: ${html.slice(tag, tag + 80)}`);
		position = pattern.lastIndex;
		const [, closed, opened, attributes = '', selfClosed] = match;
		if (closed !== undefined) {
			if (top.name !== closed) throw new Error(`</${closed}> closes <${top.name}>`);
			open.pop();
		} else if (opened !== undefined) {
			const element: Element = { name: opened, attributes: readAttributes(attributes), children: [] };
			top.children.push(element);
			if (raw.has(opened)) {
				const close = html.indexOf(`</${opened}>`, position);
				element.children.push(html.slice(position, close));
				position = close + opened.length + 3;
			} else if (!empty.has(opened) && selfClosed === '') open.push(element);
		}
	}
	if (open.length > 1) throw new Error(`<${open.at(-1)?.name ?? ''}> is not closed`);
	return root;
}

/** Every element of a tree, in the order of the page. */
export function elements(tree: Element): Element[] {
	return tree.children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...elements(child)]));
}

/** The text a reader gets, without that of the elements that are left out. Elements stand apart, as table cells do. */
export function textOf(tree: Element, leftOut: (element: Element) => boolean = () => false): string {
	return tree.children
		.map((child) => (typeof child === 'string' ? child : leftOut(child) ? ' ' : ` ${textOf(child, leftOut)} `))
		.join('');
}

function readAttributes(text: string): Record<string, string> {
	const found = text.matchAll(/([^\s"=<>/]+)(?:="([^"]*)")?/g);
	return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, decode(value)]));
}

function decode(text: string): string {
	const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };
	return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
		if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
		if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
		return named[name ?? ''] ?? whole;
	});
}
