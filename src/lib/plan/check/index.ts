import type { Lookup } from '../content/lookup.ts';
import type { Problem } from '../problem.ts';
import { checkCards } from './cards.ts';
import { checkComparisons } from './comparisons.ts';
import { checkCoverage } from './coverage.ts';
import { checkDerivations } from './derivations.ts';
import { checkEditions } from './editions.ts';
import { checkEvidence } from './evidence.ts';
import { checkGlossary } from './glossary.ts';
import { checkNames } from './names.ts';
import { checkNotifications } from './notifications.ts';
import { checkOutline } from './outline.ts';
import { checkPromises } from './promises.ts';
import { checkRetired } from './retired.ts';
import { checkSearch } from './search.ts';
import { checkTexts } from './texts.ts';
import { checkTopics } from './topics.ts';
import { checkUpdates } from './updates.ts';

/** All rules, all problems: one run shows everything there is to mend. */
export function checkContent(lookup: Lookup): Problem[] {
	return [
		checkOutline,
		checkNames,
		checkEvidence,
		checkTexts,
		checkPromises,
		checkCards,
		checkComparisons,
		checkDerivations,
		checkCoverage,
		checkUpdates,
		checkNotifications,
		checkTopics,
		checkSearch,
		checkGlossary,
		checkEditions,
		checkRetired
	].flatMap((check) => check(lookup));
}
