import { corrections } from '$lib/plan/corrections';
import { coverage } from '$lib/plan/coverage';
import { getLocale } from '$lib/paraglide/runtime';
import { tableAddress, wholeTable } from '$lib/save/table-address';
import { lookup, plan } from '$lib/server/plan';
import { address } from '$lib/ui/address';
import { planDataset } from '../dataset';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => {
	const locale = getLocale();
	const { text } = plan.source;
	return {
		structured: planDataset(address.about(), url.origin),
		table: tableAddress(wholeTable, locale),
		coverage: coverage(plan),
		version: plan.version,
		published: plan.published,
		publisher: plan.publisher,
		title: plan.title[locale],
		leftOff: plan.sentences.flatMap(({ id, start, end, omitted }) =>
			omitted ? [{ id, text: text.slice(start, end), reason: omitted[locale] }] : []
		),
		corrections: corrections(plan, lookup.content.editions.value).map(({ date, update, cards, changes }) => ({
			date,
			...(update && { title: update.title[locale], why: update.body[locale], source: update.citation }),
			cards: plan.cards
				.filter(({ id }) => cards.includes(id))
				.map(({ id, topic, title }) => ({ id, topic, title: title[locale] })),
			changes: changes.map(({ figure, said, now }) => ({
				name: plan.figures.find(({ id }) => id === figure)?.indicator[locale] ?? figure,
				said,
				now
			}))
		}))
	};
};
