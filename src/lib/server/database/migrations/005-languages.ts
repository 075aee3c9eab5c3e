/** A new language is a release, not a migration: which ones there are is what the release checks (push/wanted.ts, reports). */
export const languages: readonly string[] = [
	`alter table subscription drop constraint subscription_locale_check`,
	`alter table report drop constraint report_locale_check`
];
