import type { Locale } from '$lib/plan/locale';
import { loadPlan } from '$lib/plan/load';
import type { Topic } from '$lib/plan/plan';
import { withTerms } from '$lib/plan/terms';
import { cardView, type CardView } from '$lib/plan/view';

const folder = '/src/content/jinhua-2021/';
const files = import.meta.glob<string>(['/src/content/jinhua-2021/**/*.{yaml,txt}'], {
	query: '?raw',
	import: 'default',
	eager: true
});

/** The city's plan, read and checked once when the server (or the build) starts. */
export const { plan, lookup } = loadPlan(
	new Map(Object.entries(files).map(([path, text]) => [path.slice(folder.length), text]))
);

export interface TopicLink {
	id: string;
	name: string;
}

export function topicLink({ id, name }: Topic, locale: Locale): TopicLink {
	return { id, name: name[locale] };
}

/** A card as pages show it; `undefined` for an id that no card ever had. */
export function card(id: string, locale: Locale): CardView | undefined {
	const entry = lookup.cards.get(id)?.value;
	return entry && cardView(plan, lookup, entry, locale);
}

/** Cards where they are read, in their topic: what the glossary explains is marked in their texts. */
export function cardsToRead(ids: readonly string[], locale: Locale): CardView[] {
	return ids.flatMap((id) => card(id, locale) ?? []).map((found) => withTerms(lookup, found, locale));
}

/** The date of the newest update, which is the edition a reader sees; ISO. */
export const edition = plan.updates[0]?.date ?? plan.published;

export const years = Object.fromEntries(
	Object.entries(lookup.content.plan.value.years).map(([year, { role }]) => [role, year])
) as Record<'result' | 'target', string>;
