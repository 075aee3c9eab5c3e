import { error } from '@sveltejs/kit';
import { getLocale } from '$lib/paraglide/runtime';
import { tableAddress, topicTable } from '$lib/save/table-address';
import { handoutOf } from '$lib/server/handout';
import { cardsToRead, plan } from '$lib/server/plan';
import { neighbours } from '$lib/server/neighbours';
import { tables } from '$lib/server/tables';
import { checkPath } from '$lib/share/check-code';
import { qrPath } from '$lib/share/qr-path';
import { address } from '$lib/ui/address';
import { plainTitle } from '$lib/deck/plain-title';
import { m } from '$lib/paraglide/messages';
import { topicDataset } from '../../dataset';
import type { EntryGenerator, PageServerLoad } from './$types';

// `auto`, unlike `true`, leaves the route on the server too, which answers unknown topics with our 404 page.
export const prerender = 'auto';

export const entries: EntryGenerator = () => plan.topics.map(({ id }) => ({ topic: id }));

export const load: PageServerLoad = ({ params, url }) => {
	const locale = getLocale();
	const topic = plan.topics.find(({ id }) => id === params.topic);
	if (!topic) error(404);
	const shown = cardsToRead(topic.cards, locale);
	const whole = new URL(address.topic(topic.id), url.origin).href;
	return {
		handout: {
			...handoutOf(topic.cards, locale, (code) => url.host + checkPath(code, locale)),
			address: whole,
			qr: qrPath(whole)
		},
		...(tables.has(topicTable(topic.id)) ? { table: tableAddress(topicTable(topic.id), locale) } : {}),
		topic: { id: topic.id, name: topic.name[locale] },
		cards: shown,
		structured: topicDataset(
			{ id: topic.id, name: topic.name[locale] },
			shown.map(plainTitle).join(m.list_separator()),
			url.origin
		),
		...neighbours(topic, locale)
	};
};
