import { languageTag, withLocale, type Locale } from '$lib/plan/locale';
import type { Card, Plan } from '$lib/plan/plan';

/** A card for machines that read pages (schema.org): what it says, of when, and what it rests on. */
export function articleOf(plan: Plan, card: Card, description: string, locale: Locale): Record<string, unknown> {
	const figures = plan.figures.filter(({ id }) => card.figures.includes(id));
	const reports = figures.flatMap(({ evidence }) => (evidence && 'url' in evidence ? [evidence] : []));
	const quotes = figures.flatMap(({ evidence }) => (evidence && 'quote' in evidence ? [evidence.quote] : []));
	return {
		'@context': 'https://schema.org',
		'@type': 'Article',
		headline: card.title[locale],
		description,
		inLanguage: languageTag[locale],
		datePublished: plan.published,
		isAccessibleForFree: true,
		citation: [
			{
				'@type': 'CreativeWork',
				name: plan.title[locale],
				publisher: plan.publisher,
				datePublished: plan.published,
				...(plan.sourceUrl === undefined ? {} : { url: plan.sourceUrl }),
				...(quotes.length > 0 ? { text: [...new Set(quotes)] } : {})
			},
			...[...new Map(reports.map((report) => [report.url, report])).values()].map(
				({ url, title, publisher, date }) => ({
					'@type': 'CreativeWork',
					name: title,
					url,
					publisher,
					datePublished: date
				})
			)
		]
	};
}

/** Data for search engines of data sets (schema.org/Dataset), of the whole plan or of a topic. */
export interface DatasetOf {
	name: string;
	description: string;
	locale: Locale;
	/** The page that shows it, from the site's root, as all paths here. */
	path: string;
	/** Its numbers as tables, and everything as one file. */
	files: { path: string; type: string }[];
	/** ISO: the newest of what it says. */
	modified: string;
	/** What may be done with it is said there. */
	terms: string;
	/** The site's name. */
	publisher: string;
	/** Years that the numbers are of. */
	years: { result: string; target: string };
	whole: (path: string) => string;
}

export function datasetOf(plan: Plan, of: DatasetOf): Record<string, unknown> {
	const { locale, whole } = of;
	return {
		'@context': 'https://schema.org',
		'@type': 'Dataset',
		name: of.name,
		description: of.description,
		url: whole(of.path),
		inLanguage: languageTag[locale],
		isAccessibleForFree: true,
		license: whole(of.terms),
		creator: { '@type': 'Organization', name: of.publisher, url: whole(withLocale('/', locale)) },
		version: plan.version,
		datePublished: plan.published,
		dateModified: of.modified,
		temporalCoverage: `${of.years.result}/${of.years.target}`,
		spatialCoverage: { '@type': 'Place', name: plan.city[locale] },
		distribution: of.files.map(({ path, type }) => ({
			'@type': 'DataDownload',
			encodingFormat: type,
			contentUrl: whole(path)
		})),
		citation: {
			'@type': 'CreativeWork',
			name: plan.title[locale],
			publisher: plan.publisher,
			datePublished: plan.published,
			...(plan.sourceUrl === undefined ? {} : { url: plan.sourceUrl })
		}
	};
}
