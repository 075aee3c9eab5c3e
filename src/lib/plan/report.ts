import type { Locale } from './locale.ts';

/** What a reader says is wrong: as the device keeps it until it is sent, and as the server takes it. */
export interface Report {
	/** A UUID, made by the device: what is sent twice is one report. */
	id: string;
	/** A figure of the plan; nothing, when no number is wrong but something is in the reader's way. */
	figure: string | null;
	/** The version and the edition (ISO date) of the plan in which it was seen. */
	version: string;
	edition: string;
	locale: Locale;
	words: string;
	/** Where the reader wants the answer; empty: nowhere. */
	contact: string;
}

/** In UTF-16 code units, as a form field counts. With all else they stay below 8 KB, percent-encoded Chinese too. */
export const mostWords = 600;
export const mostContact = 100;

/** Days that the server keeps a contact at most, and a report. */
export const keepContact = 90;
export const keepReport = 365;
