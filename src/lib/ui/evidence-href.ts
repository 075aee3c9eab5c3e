import type { FigureView } from '$lib/plan/view';
import { address } from './address';

export interface EvidenceLink {
	href: string;
	/** Only for other sites: they learn no more than that someone came. */
	rel?: string;
}

/** Where a number's evidence stands: its sentence in the plan, or the later source that reports it. */
export function evidenceHref({ sentence, citation }: Pick<FigureView, 'sentence' | 'citation'>): EvidenceLink {
	if (citation !== undefined) return { href: citation, rel: 'external noreferrer' };
	return { href: address.plan(sentence) };
}
