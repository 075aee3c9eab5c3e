import { error } from '@sveltejs/kit';
import { getLocale } from '$lib/paraglide/runtime';
import { retiredCard, retiredCards } from '$lib/plan/retired';
import { tableAddress, topicTable } from '$lib/save/table-address';
import { handoutOf } from '$lib/server/handout';
import { card, cardsToRead, lookup, plan } from '$lib/server/plan';
import { neighbours } from '$lib/server/neighbours';
import { tables } from '$lib/server/tables';
import { cardText } from '$lib/share/card-text';
import { checkPath } from '$lib/share/check-code';
import { oembedAddress } from '$lib/share/oembed';
import { qrPath } from '$lib/share/qr-path';
import { articleOf } from '$lib/share/structured';
import { address } from '$lib/ui/address';
import type { EntryGenerator, PageServerLoad } from './$types';

export const prerender = 'auto';

export const entries: EntryGenerator = () => [
	...plan.topics.flatMap(({ id, cards }) => cards.map((card) => ({ topic: id, card }))),
	...retiredCards(lookup).flatMap(({ id, topics }) => topics.map((topic) => ({ topic, card: id })))
];

/** One card of the topic's deck; the page fetches the rest of the deck when it runs. */
export const load: PageServerLoad = ({ params, url }) => {
	const locale = getLocale();
	const retired = retiredCard(lookup, params.card);
	if (retired?.topics.includes(params.topic)) {
		const { date, why, successor } = retired;
		return {
			retired: { topic: params.topic, date, why: why[locale], successor: successor && card(successor.id, locale) }
		};
	}
	const topic = plan.topics.find(({ id }) => id === params.topic);
	const [found] = topic?.cards.includes(params.card) ? cardsToRead([params.card], locale) : [];
	if (!topic || !found) error(404);
	const published = plan.cards.find(({ id }) => id === found.id);
	const description = cardText(found);
	const handout = handoutOf([found.id], locale, (code) => url.host + checkPath(code, locale));
	const check = `${url.protocol}//${handout.checks[found.id] ?? url.host}`;
	return {
		handout: { ...handout, address: check, qr: qrPath(check) },
		oembed: oembedAddress(new URL(address.card(found.topic, found.id), url.origin).href),
		...(tables.has(topicTable(topic.id)) ? { topicTable: tableAddress(topicTable(topic.id), locale) } : {}),
		...(tables.has(found.id) ? { table: tableAddress(found.id, locale) } : {}),
		topic: { id: topic.id, name: topic.name[locale] },
		cards: [found],
		ids: topic.cards,
		description,
		structured: published ? articleOf(plan, published, description, locale) : {},
		...neighbours(topic, locale)
	};
};
