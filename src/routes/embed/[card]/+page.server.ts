import { error } from '@sveltejs/kit';
import { getLocale } from '$lib/paraglide/runtime';
import { retiredCard, retiredCards } from '$lib/plan/retired';
import { card, lookup, plan } from '$lib/server/plan';
import { cardText } from '$lib/share/card-text';
import type { EntryGenerator, PageServerLoad } from './$types';

export const prerender = 'auto';
/** No script runs on another site's page: what the reader does there, nobody learns. */
export const csr = false;

export const entries: EntryGenerator = () => [...plan.cards, ...retiredCards(lookup)].map(({ id }) => ({ card: id }));

export const load: PageServerLoad = ({ params }) => {
	const locale = getLocale();
	const retired = retiredCard(lookup, params.card);
	if (retired) {
		const { date, topics, why, successor } = retired;
		return {
			retired: { date, topic: topics[0], why: why[locale], successor: successor && card(successor.id, locale) }
		};
	}
	const found = card(params.card, locale);
	if (!found) error(404);
	return { card: found, description: cardText(found) };
};
