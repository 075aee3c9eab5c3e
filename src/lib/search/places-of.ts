import { m } from '$lib/paraglide/messages';
import { languages } from '$lib/plan/languages';
import { locales, type Locale } from '$lib/plan/locale';
import type { Lookup } from '$lib/plan/content/lookup';
import type { Plan } from '$lib/plan/plan';
import { inLanguage } from '$lib/ui/address';
import type { Place } from './catalogue';
import { normal } from './normal';

const pages = [
	{ path: '/settings#display', name: m.search_place_elder, say: m.search_say_elder },
	{ path: '/settings', name: m.settings_title, say: m.search_say_settings },
	{ path: '/following', name: m.following_title, say: m.search_say_following },
	{ path: '/about', name: m.about_title, say: m.search_say_about },
	{ path: '/accessibility', name: m.access_title, say: m.search_say_access },
	{ path: '/report', name: m.report_title, say: m.search_say_report }
];

/** Topics and pages with all their names, in every language: who reads English may still type 长辈版. */
export function placesOf(plan: Plan, lookup: Lookup, locale: Locale): Place[] {
	return [
		...pages.map(({ path, name, say }) => ({
			name: name({}, { locale }),
			href: inLanguage(path, locale),
			say: locales.flatMap((each) =>
				say({}, { locale: each })
					.split(/[、,]\s*/)
					.map(normal)
			)
		})),
		...plan.topics.map(({ id, name }) => ({
			name: name[locale],
			href: inLanguage(`/topics/${id}`, locale),
			say: locales.toReversed().flatMap((each) => {
				const known = normal(name[each]);
				return [known, ...languages[each].partsOf(known)];
			})
		})),
		...lookup.content.glossary.value.map(({ id, term, line }) => ({
			name: `${lookup.plain(term[locale], locale)}${languages[locale].colon}${lookup.plain(line[locale], locale)}`,
			href: inLanguage(`/glossary#${id}`, locale),
			say: locales.map((each) => normal(lookup.plain(term[each], each)))
		}))
	];
}
