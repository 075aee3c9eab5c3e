import { describe, expect, test } from 'vitest';
import { contentFolder, readFolder } from '../../../src/commands/content-folder.ts';
import { overwriteGetLocale } from '../../../src/lib/paraglide/runtime.js';
import { loadPlan } from '../../../src/lib/plan/load.ts';
import { locales, type Locale } from '../../../src/lib/plan/locale.ts';
import { cardView } from '../../../src/lib/plan/view.ts';
import { socialLinks } from '../../../src/lib/share/links.ts';
import { shared, type Shareable } from '../../../src/lib/share/shared.ts';

const { plan, lookup } = loadPlan(await readFolder(contentFolder));
const origin = 'https://plan.example.org';

/** All that has a button to share it, as its page gives it. */
function shareable(locale: Locale): Shareable[] {
	const cards = [...lookup.cards.values()].map(({ value }) => cardView(plan, lookup, value, locale));
	return [
		...cards.map((card) => ({ kind: 'card' as const, card })),
		...plan.topics.map(({ id, name }) => ({ kind: 'topic' as const, topic: { id, name: name[locale] } })),
		...plan.updates.flatMap(({ id, title, body, cards: [named] }) => {
			const card = cards.find((card) => card.id === named);
			return card ? [{ kind: 'update' as const, update: { id, title: title[locale], body: body[locale], card } }] : [];
		})
	];
}

/** Half characters, as Weibo's own page counts them before it lets anybody post; every address is ten characters. */
const onWeibo = (post: string) => post.replace(/[\u0081-\uffff]/g, '##').length + ' '.length + 20;

/** Code points that X counts once, and all others twice: github.com/twitter/twitter-text, config/v3.json. */
const narrow = [
	[0, 4351],
	[8192, 8205],
	[8208, 8223],
	[8242, 8247]
] as const;

/** Every address is 23. */
function onX(post: string): number {
	const points = Array.from(post, (one) => one.codePointAt(0) ?? 0);
	const once = points.filter((point) => narrow.some(([from, to]) => point >= from && point <= to));
	return points.length * 2 - once.length + ' '.length + 23;
}

describe.each(locales)('what is posted (%s)', (locale) => {
	overwriteGetLocale(() => locale);
	const posts = shareable(locale).map((what) => {
		const { title, text, path, picture } = shared(what);
		const links = socialLinks({ title, text, url: origin + path, picture: origin + picture.path }, locale);
		const field = (id: string, name: string) =>
			new URL(links.find((link) => link.id === id)?.href ?? '').searchParams.get(name) ?? '';
		return { title, weibo: field('weibo', 'title'), x: field('x', 'text') };
	});

	test('has room for every card, topic and update', () => {
		expect(posts.length).toBe(plan.cards.length + plan.topics.length + plan.updates.length);
	});

	test('is no longer than Weibo takes, and begins with its title', () => {
		expect(posts.filter(({ weibo }) => onWeibo(weibo) > 2 * 140)).toEqual([]);
		expect(posts.filter(({ title, weibo }) => !weibo.includes(title))).toEqual([]);
	});

	test('is no longer than X takes', () => {
		expect(posts.filter(({ x }) => onX(x) > 280)).toEqual([]);
	});
});
