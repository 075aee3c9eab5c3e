import type { Mailbox } from '$lib/device/mailbox';
import { languageTag, withLocale, type Locale } from '$lib/plan/locale';
import { digestNotification, type Notification } from '$lib/plan/notification';
import type { Update } from '$lib/plan/plan';

/**
 * What of the log this reader should be told of: new in a followed topic, and meant to be told.
 * @param told updates that a push has told of since the app was open
 */
export function newsFor(
	{ topics, known }: Mailbox['watching'],
	told: readonly string[],
	log: readonly Update[]
): Update[] {
	return log.filter(
		(update) =>
			update.notify &&
			!known.includes(update.id) &&
			!told.includes(update.id) &&
			update.topics.some((topic) => topics.includes(topic))
	);
}

/** One update by its title, leading to its card, under the tag that a push of it has; several as a digest. */
export function notificationOf(news: readonly [Update, ...Update[]], locale: Locale): Notification {
	if (news.length > 1)
		return digestNotification(
			news.map(({ title }) => title[locale]),
			locale,
			'news'
		);
	const [{ id, title, body, topics, cards }] = news;
	const path = topics[0] && cards[0] ? `/topics/${topics[0]}/${cards[0]}` : '/following';
	return {
		title: title[locale],
		body: body[locale],
		lang: languageTag[locale],
		tag: id,
		path: withLocale(path, locale)
	};
}
