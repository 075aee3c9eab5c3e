import type { Lookup } from '../content/lookup.ts';
import { languages } from '../languages/index.ts';
import { locales } from '../locale.ts';
import { payload, payloadLimit, updateNotification } from '../notification.ts';
import type { Problem } from '../problem.ts';

/** The longest site that a plan is likely to have, in bytes; a payload must fit whatever ORIGIN is. */
const origin = `https://${'plan'.repeat(20)}.example`;

/** Every notification that followers would get can be read on a lock screen and carried by every push service. */
export function checkNotifications(lookup: Lookup): Problem[] {
	const { updates, topics } = lookup.content;
	const known = new Set(topics.value.topics.map(({ id }) => id));
	return updates.flatMap(({ value: update, problem }) => {
		if (!update.notify) return [];
		const said = new Set<string>();
		for (const topic of update.topics.filter((id) => known.has(id))) {
			for (const locale of locales) {
				const { notice } = languages[locale];
				const notification = updateNotification(lookup, update, topic, locale);
				for (const part of ['title', 'body'] as const) {
					const length = notice.measure(notification[part]);
					const most = notice[part];
					if (length > most) said.add(`the notification’s ${part} (${locale}) is ${length} wide, at most ${most}`);
				}
				const bytes = Buffer.byteLength(payload(notification, origin, { kind: 'update', update: update.id, topic }));
				if (bytes > payloadLimit) said.add(`the notification (${locale}) has ${bytes} bytes, at most ${payloadLimit}`);
			}
		}
		return [...said].map((what) => problem(['title'], what, 'say title, subject or body shorter.'));
	});
}
