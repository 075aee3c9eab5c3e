import type { Words } from '$lib/plan/locale';
import type { UpdateKind } from '$lib/plan/plan';

/** A figure as the page shows it now, with the card and topics it belongs to. */
export interface ShownFigure {
	id: string;
	indicator: string;
	shown: Words;
	card: string;
	topic: string;
	topics: string[];
}

/** A number that reads differently than at the last visit. */
export interface Change {
	figure: ShownFigure;
	old: Partial<Words>;
	/** An official correction, not a later number. */
	corrected: boolean;
}

/**
 * What changed between the edition the reader last saw and this one, figure by figure. Figures that are new have no “old”
 * and come with an update of their own.
 */
export function changesSince(
	baseline: Readonly<Record<string, Partial<Words>>> | undefined,
	figures: readonly ShownFigure[],
	updates: readonly { kind: UpdateKind; cards: string[] }[]
): Change[] {
	if (!baseline) return [];
	return figures.flatMap((figure) => {
		const old = baseline[figure.id];
		if (!old || old.zh === figure.shown.zh) return [];
		const corrected = updates.some(({ kind, cards }) => kind === 'correction' && cards.includes(figure.card));
		return [{ figure, old, corrected }];
	});
}
