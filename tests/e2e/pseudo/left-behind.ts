import type { Page } from '@playwright/test';
import { unsaid } from './say.ts';

/** What is the same in every language: addresses, the version of the plan, formats of feeds; and moments, which the browser writes. */
const same =
	/https?:\/\/\S+|\b[0-9a-f]{12}\b|\bAtom\b|\bJSON\b|\b[A-Z][a-z]{2} \d{1,2}, \d{4}, \d{1,2}:\d{2}\s[AP]M\b/g;

/**
 * Texts of a page in the pseudo-language that are not in it: what is read, and what is said for it. What says that it is in
 * another language is left out.
 */
export function leftBehind(page: Page): Promise<string[]> {
	return page.evaluate(
		({ unsaid, same }) => {
			const letters = new RegExp(unsaid.source, unsaid.flags);
			const known = new RegExp(same.source, same.flags);
			const found = new Set<string>();
			const look = (element: Element | null, text: string | null, where: string) => {
				const language = element?.closest('[lang]')?.getAttribute('lang');
				if (!element || language !== document.documentElement.lang || element.closest('script, style, code')) return;
				if (letters.test((text ?? '').replace(known, ''))) found.add(`${where}: ${(text ?? '').trim()}`);
			};
			const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
			for (let text = texts.nextNode(); text; text = texts.nextNode())
				look(text.parentElement, text.nodeValue, `<${text.parentElement?.tagName.toLowerCase() ?? ''}>`);
			for (const name of ['aria-label', 'aria-roledescription', 'aria-valuetext', 'alt', 'title', 'placeholder']) {
				for (const element of document.querySelectorAll(`[${name}]`)) look(element, element.getAttribute(name), name);
			}
			look(document.documentElement, document.title, 'title');
			for (const meta of document.querySelectorAll('meta[name=description], meta[property^="og:"][property$="title"]'))
				look(meta, meta.getAttribute('content'), 'meta');
			return [...found];
		},
		{
			unsaid: { source: unsaid.source, flags: unsaid.flags },
			same: { source: same.source, flags: same.flags }
		}
	);
}
