import { escape } from './escape.ts';
import type { FeedEntry } from './feed.ts';

/** What a feed reader shows under the title: the update's own words, and who says so. */
export function entryHtml({ body, source }: FeedEntry): string {
	return `<p>${escape(body)}</p><p><a href="${escape(source.url)}">${escape(sourceLine(source))}</a></p>`;
}

export function entryText({ body, source }: FeedEntry): string {
	return `${body}\n\n${sourceLine(source)}`;
}

function sourceLine({ publisher, title, date }: FeedEntry['source']): string {
	return `${publisher} · ${title} · ${date}`;
}
