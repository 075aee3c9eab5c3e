import { getLocale } from '$lib/paraglide/runtime';

/** A moment as this reader writes it, to the minute, on this device's clock. @param iso ISO time */
export function moment(iso: string): string {
	return new Date(iso).toLocaleString(getLocale(), { dateStyle: 'medium', timeStyle: 'short' });
}
