/** Nothing of a reader reaches anybody else: held on every page, script and style sheet of the build. */
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inProject } from '../../src/commands/project.js';
import { socialLinks } from '../../src/lib/share/links.ts';
import { builtText, isEmbed, origin, pages, type Page } from './site.ts';

/** What a browser contacts without being told to; an `a` and a form wait for the reader. */
const waits = ({ name }: Page['all'][number]) => name === 'a';
const hints = ['dns-prefetch', 'preconnect', 'prerender'];

/** Parameters by which sites follow people from one address to the next. */
const tracking = /[?&;](?:utm_\w+|fbclid|gclid|msclkid|yclid|spm|scm|from|share_\w+|ref|referrer|source|track\w*)=/i;

function everywhere(fault: (element: Page['all'][number], page: Page) => boolean): string[] {
	return pages.flatMap((page) =>
		page.all
			.filter((element) => fault(element, page))
			.map(({ name, attributes }) => `${page.path}: ${name} ${JSON.stringify(attributes)}`)
	);
}

test('no page has a browser contact another site by itself', () => {
	const found = everywhere((element, { path }) => {
		const { href, src, srcset, poster, action, data, rel = '' } = element.attributes;
		if (hints.some((hint) => rel.split(' ').includes(hint))) return true;
		const asked = [waits(element) ? undefined : href, src, srcset?.split(' ')[0], poster, action, data];
		return asked.some((address) => address !== undefined && new URL(address, origin + path).origin !== origin);
	});
	expect(found.filter((line) => !line.includes('data:'))).toEqual([]);
});

test('a link that leaves the site says nothing about who follows it', () => {
	const leaving = everywhere(
		({ name, attributes: { href = '' } }) => name === 'a' && new URL(href, origin).origin !== origin
	);
	expect(leaving).not.toHaveLength(0);
	const telling = everywhere(({ name, attributes: { href = '', rel = '', ping } }) => {
		if (ping !== undefined) return true;
		return name === 'a' && new URL(href, origin).origin !== origin && !rel.split(' ').includes('noreferrer');
	});
	expect(telling).toEqual([]);
});

test('no address carries a parameter that follows people', () => {
	const message = { title: '题', text: '文', url: `${origin}/topics/a/b`, picture: `${origin}/share/b-card.png` };
	const shared = (['zh', 'en'] as const).flatMap((locale) => socialLinks(message, locale));
	expect(shared.map(({ href }) => href).filter((href) => tracking.test(decodeURIComponent(href)))).toEqual([]);
	expect(everywhere(({ attributes: { href = '', src = '' } }) => tracking.test(href) || tracking.test(src))).toEqual(
		[]
	);
});

test('scripts and styles name no other site but those that the share sheet links to', () => {
	const known = [
		...socialLinks({ title: '', text: '', url: '', picture: '' }, 'zh').map(({ href }) => new URL(href).hostname),
		// Names of vocabularies; pages about an error that a library mentions; bases that it resolves paths against.
		'www.w3.org',
		'svelte.dev',
		'bit.ly',
		'tinyurl.com',
		'paraglidejs.com',
		'example.com',
		'fallback.com',
		'localhost'
	];
	const files = readdirSync(inProject('build', 'client'), { recursive: true })
		.map((file) => `/${String(file)}`)
		.filter((file) => /\.(?:js|css)$/.test(file));
	const strange = files.flatMap((file) =>
		[...builtText(file).matchAll(/\bhttps?:\/\/([\w.-]+\.[a-z]{2,}|localhost)/g)]
			.map(([, host = '']) => host)
			.filter((host) => !known.includes(host) && host !== new URL(origin).hostname)
			.map((host) => `${file}: ${host}`)
	);
	expect([...new Set(strange)]).toEqual([]);
});

test('an embed runs nothing on the page that shows it', () => {
	const embeds = pages.filter(isEmbed);
	expect(embeds).not.toHaveLength(0);
	const running = embeds.filter(({ all }) =>
		all.some(({ name, attributes: { rel = '' } }) => name === 'script' || name === 'form' || rel === 'modulepreload')
	);
	expect(running.map(({ path }) => path)).toEqual([]);
});
