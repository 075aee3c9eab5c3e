import { expect, test } from 'vitest';
import { localeOf, withLocale, withoutLocale } from '../../../src/lib/plan/locale.ts';

test.each([
	['/', 'zh', '/', '/en'],
	['/en', 'en', '/', '/en'],
	['/plan', 'zh', '/plan', '/en/plan'],
	['/en/topics/jobs', 'en', '/topics/jobs', '/en/topics/jobs'],
	// Begins like a language, and is none.
	['/energy', 'zh', '/energy', '/en/energy']
])('%s is in %s: %s in Chinese, %s in English', (path, locale, zh, en) => {
	expect(localeOf(path)).toBe(locale);
	expect(withoutLocale(path)).toBe(zh);
	expect(withLocale(path, 'zh')).toBe(zh);
	expect(withLocale(path, 'en')).toBe(en);
});
