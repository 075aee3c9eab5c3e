/** What the server sends for itself, not for an update: the activation and the test. Both show something, as every push must. */
import { languageTag, withLocale, type Locale } from '../../plan/locale.ts';
import { payload } from '../../plan/notification.ts';
import { languages } from '../languages/index.ts';
import type { Unconfirmed } from './subscriptions.ts';

export function activationMessage({ id, token, locale }: Unconfirmed, origin: string): string {
	return payload(said('activation', locale), origin, { kind: 'activation', id, token });
}

export function testMessage(locale: Locale, origin: string): string {
	return payload(said('test', locale), origin, { kind: 'test' });
}

function said(tag: 'activation' | 'test', locale: Locale) {
	return { ...languages[locale][tag], lang: languageTag[locale], tag, path: withLocale('/following', locale) };
}
