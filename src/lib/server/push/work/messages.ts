/** What readers are told of an update, kept in the database: any worker can send it, of whatever release. */
import { createHash } from 'node:crypto';
import type { Lookup } from '../../../plan/content/lookup.ts';
import type { UpdateEntry } from '../../../plan/content/schema.ts';
import { locales, type Locale } from '../../../plan/locale.ts';
import { updateNotification, type Notification } from '../../../plan/notification.ts';

/** By topic. */
export type Messages = Record<string, Record<Locale, Notification>>;

export function messagesOf(lookup: Lookup, update: UpdateEntry & { id: string }): Messages {
	return Object.fromEntries(
		update.topics.map((topic) => {
			const said = locales.map((locale) => [locale, updateNotification(lookup, update, topic, locale)]);
			return [topic, Object.fromEntries(said) as Record<Locale, Notification>];
		})
	);
}

/** Two that are the same tell readers the same. */
export function hashOf(messages: Messages): string {
	return createHash('sha256').update(JSON.stringify(messages)).digest('hex').slice(0, 16);
}
