import { getLocale } from '$lib/paraglide/runtime';
import { termViews } from '$lib/plan/terms';
import { lookup, plan } from '$lib/server/plan';

/** Names that the plan itself explains, each with its words, its sentence and the cards that rest on it. */
export function load() {
	const locale = getLocale();
	return {
		terms: termViews(lookup, locale).map((term) => ({
			...term,
			cards: plan.cards
				.filter(({ sentences }) => sentences.includes(term.sentence))
				.map(({ id, topic, title }) => ({ id, topic, title: title[locale] }))
		}))
	};
}
