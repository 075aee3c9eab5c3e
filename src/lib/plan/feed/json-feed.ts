import { entryHtml, entryText } from './content.ts';
import type { Feed } from './feed.ts';

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeed(feed: Feed) {
	return {
		version: 'https://jsonfeed.org/version/1.1',
		title: feed.title,
		description: feed.description,
		home_page_url: feed.home,
		feed_url: feed.self.json,
		icon: feed.icon,
		language: feed.language,
		authors: [{ name: feed.author }],
		items: feed.entries.map((entry) => ({
			id: entry.id,
			url: entry.url,
			external_url: entry.source.url,
			title: entry.title,
			content_html: entryHtml(entry),
			content_text: entryText(entry),
			date_published: entry.date,
			tags: entry.topics
		}))
	};
}
