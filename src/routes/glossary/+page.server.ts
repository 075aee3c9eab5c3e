import { getLocale } from '$lib/paraglide/runtime';
import { lookup, plan } from '$lib/server/plan';

/** Names that the plan itself explains, each with its words, its sentence and the cards that rest on it. */
export function load() {
	const locale = getLocale();
	return {
		terms: lookup.content.glossary.value.map(({ id, term, line, sentence, quote }) => ({
			id,
			term: lookup.plain(term[locale], locale),
			line: lookup.plain(line[locale], locale),
			sentence,
			quote,
			cards: plan.cards
				.filter(({ sentences }) => sentences.includes(sentence))
				.map(({ id, topic, title }) => ({ id, topic, title: title[locale] }))
		}))
	};
}
