import type { NotificationData } from '$lib/plan/notification';
import { languageTag, withLocale, type Locale } from '$lib/plan/locale';
import { words } from '../words';

/** What a push becomes on the screen, and what else it is good for. */
export interface Shown {
	title: string;
	options: Omit<NotificationOptions, 'data'> & { data: { navigate: string } };
	data: NotificationData | undefined;
}

/**
 * Every push shows something, whatever is in it: browsers take the subscription away from an app that stays silent. What
 * can't be understood leads to 关注, where everything new is marked.
 * @param message the push's text, which should be declarative Web Push JSON
 * @param locale what to say it in, when the message does not
 */
export function shown(message: string | undefined, locale: Locale, origin: string): Shown {
	const said = asRecord(asRecord(parse(message))?.notification);
	const { news } = words[locale];
	const title = textOf(said?.title);
	const { body, lang, tag } = said ?? {};
	return {
		title: title ?? news.title,
		options: {
			body: textOf(body) ?? (title === undefined ? news.body : ''),
			lang: textOf(lang) ?? languageTag[locale],
			// The same update twice is shown once.
			tag: textOf(tag) ?? 'news',
			icon: '/icons/icon-192.png',
			badge: '/icons/monochrome-192.png',
			data: { navigate: within(origin, said?.navigate) ?? origin + withLocale('/following', locale) }
		},
		data: dataOf(said?.data)
	};
}

/** Updates that a push told of: what is unread from now on. */
export function updatesOf(data: NotificationData | undefined): string[] {
	if (data?.kind === 'update') return [data.update];
	return data?.kind === 'digest' ? data.updates : [];
}

function dataOf(value: unknown): NotificationData | undefined {
	const data = asRecord(value);
	switch (data?.kind) {
		case 'update':
			return isText(data.update) && isText(data.topic)
				? { kind: 'update', update: data.update, topic: data.topic }
				: undefined;
		case 'digest':
			return Array.isArray(data.updates) ? { kind: 'digest', updates: data.updates.filter(isText) } : undefined;
		case 'activation':
			return isText(data.id) && isText(data.token) ? { kind: 'activation', id: data.id, token: data.token } : undefined;
		case 'warning':
		case 'test':
			return { kind: data.kind };
		default:
			return undefined;
	}
}

/** A notification leads into the app and nowhere else. */
function within(origin: string, address: unknown): string | undefined {
	if (!isText(address) || !URL.canParse(address, origin)) return undefined;
	const url = new URL(address, origin);
	return url.origin === origin ? url.href : undefined;
}

function parse(text: string | undefined): unknown {
	try {
		return JSON.parse(text ?? '');
	} catch {
		return undefined;
	}
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const textOf = (value: unknown) => (isText(value) ? value : undefined);

function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
	return typeof value === 'object' && value !== null ? { ...value } : undefined;
}
