import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { tableAddress, topicTable, wholeTable } from '$lib/save/table-address';
import { edition, plan, years } from '$lib/server/plan';
import { tables } from '$lib/server/tables';
import { datasetOf } from '$lib/share/structured';
import { address } from '$lib/ui/address';

/** The whole plan's data as search engines read it, for the pages that show it. */
export function planDataset(path: string, origin: string): Record<string, unknown> {
	const { city, title } = plan;
	return dataset(path, origin, {
		name: title[getLocale()],
		description: m.dataset_plan({ city: city[getLocale()] }),
		table: wholeTable
	});
}

/** A topic's, which is a part of the plan's. */
export function topicDataset(topic: { id: string; name: string }, titles: string, origin: string) {
	const city = plan.city[getLocale()];
	return dataset(address.topic(topic.id), origin, {
		name: m.dataset_topic_name({ topic: topic.name, city }),
		description: m.dataset_topic({ topic: topic.name, city, titles }),
		table: topicTable(topic.id)
	});
}

function dataset(path: string, origin: string, of: { name: string; description: string; table: string }) {
	const { table, ...texts } = of;
	return datasetOf(plan, {
		...texts,
		locale: getLocale(),
		path,
		files: [
			...(tables.has(table) ? [{ path: tableAddress(table, getLocale()), type: 'text/csv' }] : []),
			{ path: '/plan.json', type: 'application/json' }
		],
		modified: edition,
		terms: `${address.about()}#data`,
		publisher: m.app(),
		years,
		whole: (path) => new URL(path, origin).href
	});
}
