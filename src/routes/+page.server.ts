import { getLocale } from '$lib/paraglide/runtime';
import { card, lookup, plan } from '$lib/server/plan';
import type { CardView } from '$lib/plan/view';

export function load() {
	const locale = getLocale();
	const slides = plan.topics.flatMap((topic) => {
		const lead = card(topic.lead, locale);
		if (!lead) return [];
		const figures = new Set(plan.cards.filter(({ id }) => topic.cards.includes(id)).flatMap(({ figures }) => figures));
		return {
			topic: topic.id,
			card: withoutFoot(lead),
			cards: topic.cards.length,
			figures: figures.size,
			updates: plan.updates.filter(({ topics }) => topics.includes(topic.id)).length
		};
	});
	const closing = lookup.content.topics.value.home.flatMap((id) => card(id, locale) ?? []);
	return { slides, closing };
}

/**
 * A topic's card on the home page leads to the topic, not to evidence: what its foot and the notes under its chart would say
 * is said there, and not sent here (the home page has 14 KB).
 */
function withoutFoot(card: CardView): CardView {
	const { quote, chart, ...rest } = card;
	const lead = {
		...rest,
		sentences: [],
		citations: [],
		updates: [],
		...(chart ? { chart: { ...chart, why: [] } } : {})
	};
	return quote === undefined ? card : lead;
}
