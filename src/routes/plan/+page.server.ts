import { getLocale } from '$lib/paraglide/runtime';
import { plan } from '$lib/server/plan';
import { address } from '$lib/ui/address';
import { planDataset } from '../dataset';
import type { PageServerLoad } from './$types';

/** A stretch of the source: a sentence with its cards, or what stands between sentences (title, headings). */
export interface Stretch {
	text: string;
	/** Heading level, for section headings. */
	level?: 2 | 3;
	sentence?: { id: string; cards: { id: string; topic: string; title: string }[]; numbers?: true; omitted?: string };
}

export const load: PageServerLoad = ({ url }) => {
	const locale = getLocale();
	const { text } = plan.source;
	const numbers = new Set(plan.figures.map(({ evidence }) => evidence && 'sentence' in evidence && evidence.sentence));
	const stretches: Stretch[] = [];
	const between = (from: number, to: number) => {
		for (const line of text.slice(from, to).split('\n')) {
			if (line.trim() === '') continue;
			const section = plan.sections.find(({ heading }) => heading === line);
			stretches.push(section ? { text: line, level: section.id.includes('-') ? 3 : 2 } : { text: line });
		}
	};
	let position = 0;
	for (const { id, start, end, cards, omitted } of plan.sentences) {
		between(position, start);
		stretches.push({
			text: text.slice(start, end),
			sentence: {
				id,
				cards: plan.cards
					.filter((card) => cards.includes(card.id))
					.map((card) => ({ id: card.id, topic: card.topic, title: card.title[locale] })),
				...(numbers.has(id) ? { numbers: true } : {}),
				...(omitted ? { omitted: omitted[locale] } : {})
			}
		});
		position = end;
	}
	between(position, text.length);
	return { structured: planDataset(address.plan(), url.origin), stretches, total: plan.sentences.length };
};
