/** Where the figures lie as tables that the build makes; paths from the site's root, which never change. Pure. */
import { withLocale, type Locale } from '../plan/locale.ts';

/** A card's table has its id, a topic's and the whole plan's the names that these give. */
export const topicTable = (topic: string) => `topic-${topic}`;
export const wholeTable = 'all';

/** `/data/freight-trains.csv`, `/en/data/topic-trade.csv`, `/data/all.csv`. */
export function tableAddress(table: string, locale: Locale): string {
	return withLocale(`/data/${table}.csv`, locale);
}
