import { m } from '../paraglide/messages.js';
import type { FigureKind, Status } from '../plan/plan.ts';
import type { CardView, ItemState } from '../plan/view.ts';

/** The line above a card's headline: what kind of statement this is, and of which year. */
export function cardLabel(card: CardView, years: { result: string; target: string }): string {
	if (card.kind === 'gap') return m.kind_gap();
	if (card.kind === 'caveat') return m.kind_caveat();
	const lead = card.figures[card.hero ?? card.tiles[0] ?? ''];
	if (lead) {
		const kind = kindLabel(lead.kind, lead.period);
		return lead.status ? `${kind} · ${statusLabel(lead.status)}` : kind;
	}
	const states = new Set(card.items.map(({ state }) => state));
	if (states.size === 0 && card.citations.length > 0) states.add('since');
	return [...states].map((state) => stateLabel(state, years)).join(' · ');
}

export function stateLabel(state: ItemState, years: { result: string; target: string }): string {
	switch (state) {
		case 'done':
			return m.kind_list_done({ year: years.result });
		case 'doing':
			return m.kind_list_doing({ year: years.target });
		case 'since':
			return m.kind_outcome({ year: years.target });
	}
}

function kindLabel(kind: FigureKind, year: string): string {
	switch (kind) {
		case 'result':
			return m.kind_result({ year });
		case 'target':
			return m.kind_target({ year });
		case 'rank':
			return m.kind_rank({ year });
		case 'streak':
			return m.kind_streak({ year });
		case 'composition':
			return m.kind_composition({ year });
		case 'derived':
			return m.kind_derived();
		case 'outcome':
			return m.kind_outcome({ year });
	}
}

export function statusLabel(status: Status): string {
	switch (status) {
		case 'met':
			return m.status_met();
		case 'exceeded':
			return m.status_exceeded();
		case 'partly':
			return m.status_partly();
		case 'not-met':
			return m.status_not_met();
		case 'no-target':
			return m.status_no_target();
	}
}
