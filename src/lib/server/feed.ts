import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { feedOf, type Feed } from '$lib/plan/feed/feed';
import { plan } from './plan';

/** Names of all feeds: one a topic, and one of everything. */
export const feedNames = ['all', ...plan.topics.map(({ id }) => id)];

/**
 * A feed in the language of the request.
 * @param name a topic, or `all`
 * @param inLanguage makes a path one of the language
 * @throws 404 for a topic that is none
 */
export function feed(name: string, origin: string, inLanguage: (path: string) => string): Feed {
	const locale = getLocale();
	const topic = plan.topics.find(({ id }) => id === name);
	if (!topic && name !== 'all') error(404);
	const whole = (path: string) => new URL(path, origin).href;
	return feedOf(plan, {
		locale,
		...(topic && { topic: topic.id }),
		words: {
			title: `${topic ? topic.name[locale] : m.feed_all()} · ${m.app()}`,
			description: m.app_line(),
			author: m.app()
		},
		page: (path) => whole(inLanguage(path)),
		file: whole
	});
}
