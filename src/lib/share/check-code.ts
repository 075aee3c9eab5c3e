/** Where a picture's check code leads. Codes themselves: `lib/plan/check-code.ts`; a card's code: `lib/plan/statement.ts`. */
import { withLocale, type Locale } from '../plan/locale.ts';

export { readCode, shownCode, type ReadCode } from '../plan/check-code.ts';

/** `/v/K7M3QW2`; the code is the same in both languages, the page is in the reader's. */
export function checkPath(code: string, locale: Locale): string {
	return withLocale(`/v/${code}`, locale);
}
