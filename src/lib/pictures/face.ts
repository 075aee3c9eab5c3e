import type { Row } from '../chart/rows.ts';
import type { ChartType } from '../plan/plan.ts';
import type { Locale } from '../plan/locale.ts';
import type { Subject } from '../share/picture-address.ts';

/** Text of one kind; a figure's number is strong, and is not torn from its unit. */
export interface Run {
	text: string;
	strong?: boolean;
}

/** A number set large: 至少 1500 列, with what it counts below. */
export interface Big {
	before: string;
	number: string;
	unit: string;
	after: string;
	counts: string;
}

/** A line of a list with its number: what a topic's cards say in brief. */
export interface Entry {
	text: string;
	value: string;
	/** A topic whose colour it wears; else the picture's own. */
	topic?: string;
}

/**
 * All that a picture shows, in plain data: the drawing knows no plan and no words of its own, and a picture is drawn anew
 * exactly when its face (or the drawing's code) has changed.
 */
export interface Face {
	subject: Subject;
	locale: Locale;
	/** Whose colour and sign it wears. */
	topic?: string;
	/** Beside the sign: the topic's name. */
	heading: string;
	/** Opposite: which plan. */
	plan: string;
	/** What kind of statement this is: 2021 实际 · 超过目标. */
	label: string;
	/** Phrases between which alone the headline may break. */
	title: string[];
	hero?: Big;
	tiles: Big[];
	/** `long`: a name needs a line of its own above its number. */
	chart?: { type: ChartType; rows: Row[]; long: boolean };
	body: Run[];
	/** The body says what the plan doesn't say: set in a calm box. */
	calm: boolean;
	groups: { label?: string; done: boolean; items: Run[][] }[];
	entries: Entry[];
	/** What came of it. */
	updates: { date: string; text: Run[]; status: string }[];
	/** The plan's own words, always Chinese. */
	quote?: string;
	/** Where they stand, or which later source it rests on. */
	source: string[];
	/** 2022-04-25 版. */
	edition: string;
	/** With its name: 核对码 K7M-3QW2. */
	code?: string;
	/** The name of the app, and what to do with the QR code. */
	app: string;
	scan: string;
	/** What the QR code holds. */
	link: string;
}

/** What a picture is called in an error. */
export function nameOf({ subject, locale }: Pick<Face, 'subject' | 'locale'>): string {
	return `${subject.kind}${subject.kind === 'home' ? '' : ` ${subject.id}`} (${locale})`;
}
