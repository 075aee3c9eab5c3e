/** What the server sends for itself, not for an update: the activation and the test. Both show something, as every push must. */
import { languageTag, withLocale, type Locale } from '../../plan/locale.ts';
import { payload } from '../../plan/notification.ts';
import type { Unconfirmed } from './subscriptions.ts';

const words = {
	activation: {
		zh: ['通知已接通', '以后您关注的主题有变化，会在这里告诉您。'],
		en: ['Notifications are on', 'When a topic you follow changes, you will hear of it here.']
	},
	test: {
		zh: ['测试通知', '收到这一条，说明通知能送到这台设备。'],
		en: ['Test notification', 'If you see this, notifications reach this device.']
	}
} as const;

export function activationMessage({ id, token, locale }: Unconfirmed, origin: string): string {
	return payload(said('activation', locale), origin, { kind: 'activation', id, token });
}

export function testMessage(locale: Locale, origin: string): string {
	return payload(said('test', locale), origin, { kind: 'test' });
}

function said(tag: keyof typeof words, locale: Locale) {
	const [title, body] = words[tag][locale];
	return { title, body, lang: languageTag[locale], tag, path: withLocale('/following', locale) };
}
