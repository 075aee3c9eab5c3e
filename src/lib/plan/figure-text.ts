import type { Content, FigureEntry } from './content/schema.ts';
import { languages } from './languages/index.ts';
import type { Locale } from './locale.ts';

/** How a unit converts and reads in the languages of translations; see `units.yaml`. */
export type Unit = Content<'units'>[string];

/**
 * A number as it is set on a card. `number` is the hero; what stands around it is smaller but never dropped:
 * zh 「增长」2.8「%」, 400多「家」, 1500「列」以上; en “at least” 1,500 “trains”.
 */
export interface Shown {
	before: string;
	number: string;
	unit: string;
	after: string;
}

export function shown(figure: FigureEntry, unit: Unit, locale: Locale): Shown {
	return languages[locale].shown(figure, unit);
}

/** The whole phrase in running text: 增长2.8%, 1500列以上, at least 1,500 trains. */
export function phrase(figure: FigureEntry, unit: Unit, locale: Locale): string {
	return languages[locale].phrase(shown(figure, unit, locale));
}
