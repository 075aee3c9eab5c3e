import type { Locale } from '$lib/plan/locale';
import type { Topic } from '$lib/plan/plan';
import { plan, topicLink, type TopicLink } from './plan';

export interface Neighbours {
	/** The topic before, with its last card: stepping back from a first card lands there. */
	before?: TopicLink & { lastCard: string };
	after?: TopicLink;
}

export function neighbours(topic: Topic, locale: Locale): Neighbours {
	const at = plan.topics.findIndex(({ id }) => id === topic.id);
	const before = plan.topics[at - 1];
	const after = plan.topics[at + 1];
	const lastCard = before?.cards.at(-1);
	return {
		...(before && lastCard !== undefined ? { before: { ...topicLink(before, locale), lastCard } } : {}),
		...(after ? { after: topicLink(after, locale) } : {})
	};
}
