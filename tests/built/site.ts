/** The site as the build left it on disk: what a server would send, read without one. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { standardAddress } from '../../src/lib/elder/page.ts';
import { inProject } from '../../src/commands/project.js';
import type { Plan } from '../../src/lib/plan/plan.ts';
import { elements, parseHtml, type Element } from './html.ts';

export interface Page {
	/** As a reader's address bar shows it: /en/topics/jobs. */
	path: string;
	html: string;
	tree: Element;
	/** All of its elements, in order. */
	all: Element[];
}

const client = inProject('build', 'client');
const prerendered = inProject('build', 'prerendered');
const pageFiles = readdirSync(prerendered, { recursive: true })
	.map(String)
	.filter((file) => file.endsWith('.html'))
	.sort();

export const pages: readonly Page[] = pageFiles.map((file) => {
	const html = readFileSync(join(prerendered, file), 'utf8');
	const tree = parseHtml(html);
	return { path: `/${file.replace(/(?:^index)?\.html$/, '')}`, html, tree, all: elements(tree) };
});

export const plan = JSON.parse(builtText('/plan.json')) as Plan;

/** Where the build says the site stands; absolute addresses begin with it. */
export const origin = new URL(/^Sitemap: (.*)$/m.exec(builtText('/robots.txt'))?.[1] ?? '').origin;

export const home = pages.filter(({ path }) => /^\/(?:en)?$/.test(path));
export const topicPages = pages.filter(({ path }) => /^(?:\/en)?\/topics\/[^/]+$/.test(path));

export const isEnglish = ({ path }: Page) => /^\/en(?:\/|$)/.test(path);
/** The page's path without its language, which is its path in Chinese. */
export const plainPath = ({ path }: Page) => path.replace(/^\/en(?=\/|$)/, '') || '/';

const byPath = new Map(pages.map((page) => [page.path, page]));

/** The page at an absolute address within the site. */
export function pageAt(address: string | undefined): Page | undefined {
	const url = new URL(address ?? 'nowhere:');
	// 长辈版's addresses lead to the same pages.
	return url.origin === origin ? byPath.get(standardAddress(url.pathname) ?? url.pathname) : undefined;
}

/** Whether search engines may list it: what stands in for a page, such as the one for being offline, says no. */
export function isListed({ all }: Page): boolean {
	return !all.some(({ attributes: { name, content } }) => name === 'robots' && content?.includes('noindex'));
}

/** A card for frames on other sites' pages. */
export const isEmbed = (page: Page) => plainPath(page).startsWith('/embed/');

/** The paths of the pages that something is wrong with. */
export function pathsWhere(wrong: (page: Page) => boolean): string[] {
	return pages.filter(wrong).map(({ path }) => path);
}

/** The file that the build made for a path that is no page. */
export function builtFile(path: string): string | undefined {
	if (!/\.\w+$/.test(path)) return undefined;
	return [join(client, path), join(prerendered, path)].find((file) => existsSync(file));
}

export function builtText(path: string): string {
	const file = builtFile(path);
	if (file === undefined) throw new Error(`The build has no ${path}.`);
	return readFileSync(file, 'utf8');
}
