/** A number that can be reported, with where readers meet it. */
export interface Subject {
	figure: string;
	/** 义新欧中欧班列，2021 年：1500列以上. */
	name: string;
	/** As in addresses: topic/card. */
	cards: string[];
	/** Of the plan; none where a later source says it. */
	sentence?: string;
}

export interface SubjectGroup {
	/** A topic's. */
	name: string;
	subjects: Subject[];
}

/** What the form's first field says when no number is wrong. */
export const noFigure = '-';

/** Where a reader came from, as the form's address says it. */
export interface Seen {
	/** The numbers shown there. */
	here: Subject[];
	/** What can be chosen already: the only number there, or that it is about none. */
	chosen: string;
	/** The way back, without language. */
	back?: string;
}

export function seenAt(query: URLSearchParams, groups: readonly SubjectGroup[]): Seen {
	if (query.get('about') === 'access') return { here: [], chosen: noFigure };
	const subjects = groups.flatMap(({ subjects }) => subjects);
	const [card, sentence] = [query.get('card'), query.get('sentence')];
	const here = subjects.filter((subject) =>
		card === null ? sentence !== null && subject.sentence === sentence : subject.cards.includes(card)
	);
	const [first, ...others] = here;
	if (!first) return { here: [], chosen: '' };
	const back = card === null ? `/plan#${sentence ?? ''}` : `/topics/${card}`;
	return { here, chosen: others.length === 0 ? first.figure : '', back };
}
