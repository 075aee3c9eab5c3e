import { m } from '$lib/paraglide/messages';
import type { Locale } from '$lib/plan/locale';
import { plan } from './plan';

/** Every number that is on a card, under the topic whose card shows it first, for the form that reports one. */
export function reportSubjects(locale: Locale) {
	const named = new Set<string>();
	const groups = plan.topics.map((topic) => ({
		name: topic.name[locale],
		subjects: plan.cards
			.filter((card) => card.topic === topic.id)
			.flatMap((card) => card.figures)
			.flatMap((id) => {
				const figure = plan.figures.find((known) => known.id === id);
				if (!figure || named.has(id)) return [];
				named.add(id);
				const { indicator, period, shown, evidence } = figure;
				const cards = plan.cards.filter(({ figures }) => figures.includes(id));
				return {
					figure: id,
					name: m.report_subject({ indicator: indicator[locale], period, shown: shown[locale] }, { locale }),
					cards: cards.map((card) => `${card.topic}/${card.id}`),
					...(evidence && 'sentence' in evidence ? { sentence: evidence.sentence } : {})
				};
			})
	}));
	return { version: plan.version, groups: groups.filter(({ subjects }) => subjects.length > 0) };
}
