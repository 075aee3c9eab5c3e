import { getLocale } from '$lib/paraglide/runtime';
import { languageTag } from '$lib/plan/locale';

/** A moment as this reader writes it, to the minute, on this device's clock. @param iso ISO time */
export function moment(iso: string): string {
	return new Date(iso).toLocaleString(languageTag[getLocale()], { dateStyle: 'medium', timeStyle: 'short' });
}
