import type { Locale } from '$lib/plan/locale';
import { checkCodeOf } from '$lib/plan/statement';
import { plan } from './plan';

/**
 * What goes on paper with these cards; the code that leads back is the caller's to add.
 * @param checkAddress a check code's address, as it is typed
 */
export function handoutOf(cards: readonly string[], locale: Locale, checkAddress: (code: string) => string) {
	const shown = plan.cards.filter(({ id }) => cards.includes(id));
	const rested = new Set(shown.flatMap(({ sentences }) => sentences));
	const { text } = plan.source;
	return {
		plan: { title: plan.title[locale], publisher: plan.publisher, published: plan.published },
		sentences: plan.sentences
			.filter(({ id }) => rested.has(id))
			.map(({ id, start, end }) => ({ id, text: text.slice(start, end) })),
		checks: Object.fromEntries(
			shown.flatMap(({ id }) => {
				const code = checkCodeOf(plan, id);
				return code === undefined ? [] : [[id, checkAddress(code)]];
			})
		)
	};
}
