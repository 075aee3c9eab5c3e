import { entryHtml } from './content.ts';
import { escape } from './escape.ts';
import type { Feed, FeedEntry } from './feed.ts';

/** RFC 4287. */
export function atom(feed: Feed): string {
	return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escape(feed.language)}">
<id>${escape(feed.id)}</id>
<title>${escape(feed.title)}</title>
<subtitle>${escape(feed.description)}</subtitle>
<updated>${feed.updated}</updated>
<author><name>${escape(feed.author)}</name></author>
<icon>${escape(feed.icon)}</icon>
<link rel="self" type="application/atom+xml" href="${escape(feed.self.atom)}"/>
<link rel="alternate" type="text/html" hreflang="${escape(feed.language)}" href="${escape(feed.home)}"/>
<link rel="alternate" type="application/feed+json" href="${escape(feed.self.json)}"/>
${feed.entries.map(entry).join('')}</feed>
`;
}

function entry(entry: FeedEntry): string {
	return `<entry>
<id>${escape(entry.id)}</id>
<title>${escape(entry.title)}</title>
<published>${entry.date}</published>
<updated>${entry.date}</updated>
<link rel="alternate" type="text/html" href="${escape(entry.url)}"/>
<link rel="via" href="${escape(entry.source.url)}"/>
${entry.topics.map((topic) => `<category term="${escape(topic)}"/>\n`).join('')}<content type="html">${escape(entryHtml(entry))}</content>
</entry>
`;
}
