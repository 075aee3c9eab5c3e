import { m } from '../paraglide/messages.js';
import type { FigureKind } from '../plan/plan.ts';
import type { ChartView, FigureView } from '../plan/view.ts';

/** One bar or slice. Sentence, table and drawing are all made from these, so that they cannot disagree. */
export interface Row {
	figure: string;
	label: string;
	/** As published, with unit and qualifier. */
	shown: string;
	value: number;
	kind: FigureKind;
	year: string;
	/** A floor: drawn open-ended. */
	atLeast: boolean;
}

export function chartRows(chart: ChartView, figures: Record<string, FigureView>): Row[] {
	return chart.figures.flatMap((id) => {
		const figure = figures[id];
		if (!figure) return [];
		const shared = { figure: id, kind: figure.kind, year: figure.period, atLeast: figure.atLeast ?? false };
		if (Array.isArray(figure.value)) {
			return figure.value.map((value, index) => ({
				...shared,
				label: figure.parts?.[index] ?? '',
				shown: String(value),
				value
			}));
		}
		return [
			{
				...shared,
				label: chart.kind === 'pair' ? timeLabel(figure) : indicatorOf(figure),
				shown: figure.phrase,
				value: figure.value
			}
		];
	});
}

/** 2020 结果 / 2021 目标 / 2021 实际, for one indicator over time. */
function timeLabel({ kind, period: year }: FigureView): string {
	if (kind === 'target') return m.kind_target({ year });
	if (kind === 'outcome') return m.kind_outcome({ year });
	if (kind === 'derived') return `${year} ${m.derived_mark()}`;
	return m.kind_result({ year });
}

function indicatorOf({ indicator }: FigureView): string {
	return indicator.map(({ text }) => text).join('');
}

/** Whether a bar's name needs two lines above it on a narrow phone: at 320 px about sixteen Chinese characters fit on one with the number. */
export function needsTwoLines({ label, shown }: Row): boolean {
	const width = (text: string) =>
		Array.from(text).reduce((sum, character) => sum + (character > '\u2000' ? 1 : 0.55), 0);
	return width(label) + width(shown) > 16.5;
}
