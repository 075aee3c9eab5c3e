import type { Lookup } from '../content/lookup.ts';
import { locales, type Locale } from '../locale.ts';
import { payload, payloadLimit, updateNotification } from '../notification.ts';
import type { Problem } from '../problem.ts';

/**
 * A lock screen cuts what is longer: a title after one or two lines, the rest after about four. Chinese is counted in
 * characters' widths, of which a Latin letter or a digit has half.
 */
const limits = { zh: { title: 30, body: 70 }, en: { title: 90, body: 190 } } as const;

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
				const notification = updateNotification(lookup, update, topic, locale);
				for (const part of ['title', 'body'] as const) {
					const length = lengthIn[locale](notification[part]);
					const most = limits[locale][part];
					if (length > most) said.add(`the notification’s ${part} (${locale}) is ${length} wide, at most ${most}`);
				}
				const bytes = Buffer.byteLength(payload(notification, origin, { kind: 'update', update: update.id, topic }));
				if (bytes > payloadLimit) said.add(`the notification (${locale}) has ${bytes} bytes, at most ${payloadLimit}`);
			}
		}
		return [...said].map((what) => problem(['title'], what, 'say title, subject or body shorter.'));
	});
}

const lengthIn: Record<Locale, (text: string) => number> = {
	zh: (text) => Math.ceil(Array.from(text).reduce((width, letter) => width + (letter < '\u2e80' ? 0.5 : 1), 0)),
	en: (text) => text.length
};
