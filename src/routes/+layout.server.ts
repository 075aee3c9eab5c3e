import { getLocale } from '$lib/paraglide/runtime';
import { edition, plan, topicLink, years } from '$lib/server/plan';

export function load() {
	const locale = getLocale();
	return { locale, years, edition, topics: plan.topics.map((topic) => topicLink(topic, locale)) };
}
