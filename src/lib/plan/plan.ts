/** The published plan: what `/plan.json` holds (see contract and `/plan.schema.json`), every number with its evidence. */
import type { Words } from './locale.ts';

export interface Plan {
	/** Hash of everything below: two plans with one version are the same. */
	version: string;
	id: string;
	title: Words;
	city: Words;
	/** ISO date. */
	published: string;
	publisher: string;
	sourceUrl?: string;
	/** The text is a summary (摘要): what is absent is “not in this summary”. */
	summary: true;
	source: { text: string; sha256: string };
	sections: Section[];
	sentences: PlanSentence[];
	figures: Figure[];
	topics: Topic[];
	cards: Card[];
	updates: Update[];
}

/** Offsets everywhere are UTF-16 code units into `source.text`; `end` is exclusive. */
export interface Section {
	id: string;
	heading: string;
	start: number;
	end: number;
}

export interface PlanSentence {
	id: string;
	section: string;
	start: number;
	end: number;
	cards: string[];
	/** Why it is on no card. */
	omitted?: Words;
}

export type FigureKind = 'result' | 'target' | 'rank' | 'streak' | 'composition' | 'derived' | 'outcome';
export type Quotation = { start: number; end: number; quote: string; sentence: string };
export type Citation = { url: string; title: string; publisher: string; date: string };

export interface Figure {
	id: string;
	indicator: Words;
	kind: FigureKind;
	value: number | number[];
	unit: string;
	qualifier?: string;
	strength?: string;
	period: string;
	/** As it reads on a card: 1500列以上, at least 1,500 trains. */
	shown: Words;
	/** Names of a composition’s parts. */
	parts?: Words[];
	/** Absent only for a derived figure, which has `formula` and `inputs` instead. */
	evidence?: Quotation | Citation;
	formula?: string;
	inputs?: string[];
}

export interface Topic {
	id: string;
	name: Words;
	/** The card that stands for the topic on the home page. */
	lead: string;
	cards: string[];
}

export type CardKind = 'number' | 'list' | 'gap' | 'caveat';
export type ChartType = 'bar' | 'doughnut' | 'rates';

export interface Card {
	id: string;
	topic: string;
	also?: string[];
	kind: CardKind;
	title: Words;
	body: Words;
	hero?: string;
	figures: string[];
	sentences: string[];
	quote?: string;
	chart?: { type: ChartType; figures: string[]; caption: Words };
}

export type Status = 'met' | 'exceeded' | 'partly' | 'not-met' | 'no-target';
export type UpdateKind = 'number' | 'status' | 'text' | 'new' | 'correction';

export interface Update {
	id: string;
	date: string;
	kind: UpdateKind;
	topics: string[];
	cards: string[];
	title: Words;
	body: Words;
	citation: Citation;
	/** Updates that told what this one corrects. */
	corrects?: string[];
	notify: boolean;
	/** `target` is a target figure or a promised sentence; `outcome` an outcome figure or a text. */
	outcomes?: { target?: string; outcome: string | Words; status: Status }[];
}
