import type { Lookup } from '../content/lookup.ts';
import type { UpdateEntry } from '../content/schema.ts';
import { languages } from '../languages/index.ts';
import { locales } from '../locale.ts';
import type { Problem } from '../problem.ts';

/** Updates name what exists, and call a target met or missed only where the numbers say so. */
export function checkUpdates(lookup: Lookup): Problem[] {
	const { updates, topics } = lookup.content;
	const topicIds = new Set(topics.value.topics.map(({ id }) => id));
	return updates.flatMap(({ value: update, problem }) => {
		const problems: Problem[] = [];
		for (const topic of update.topics) {
			if (!topicIds.has(topic)) problems.push(problem(['topics'], `there is no topic “${topic}”`, 'see topics.yaml.'));
		}
		for (const card of update.cards) {
			if (!lookup.cards.has(card) && !lookup.excused(card))
				problems.push(problem(['cards'], `there is no card “${card}”`, 'see cards/.'));
		}
		if (!lookup.citation(update.citation))
			problems.push(problem(['citation'], `there is no citation “${update.citation}”`, 'see plan.yaml.'));
		for (const what of checkCorrects(lookup, update))
			problems.push(problem(['corrects'], what, 'name earlier updates, by the names of their files.'));
		for (const locale of locales) {
			const { most, of, measure } = languages[locale].updateTitle;
			const length = measure(lookup.plain(update.title[locale], locale));
			if (length > most)
				problems.push(problem(['title', locale], `the title has ${length} ${of}, at most ${most}`, 'say it shorter.'));
		}
		for (const [index, outcome] of update.outcomes.entries()) {
			for (const what of checkOutcome(lookup, outcome, update.citation)) {
				problems.push(
					problem(
						['outcomes', index],
						what,
						'see comparisons.yaml for what is comparable, and correct target, outcome or status.'
					)
				);
			}
		}
		return problems;
	});
}

/** A correction may name the updates that told the wrong thing: whoever was told it is told the correction, too. */
function checkCorrects(lookup: Lookup, { kind, date, corrects }: UpdateEntry): string[] {
	if (corrects.length > 0 && kind !== 'correction') return [`an update of kind ${kind} corrects nothing`];
	return corrects.flatMap((id) => {
		const wrong = lookup.content.updates.find(({ value }) => value.id === id)?.value;
		if (!wrong) return lookup.excused(id) ? [] : [`there is no update “${id}”`];
		return wrong.date > date ? [`“${id}” is newer than what corrects it`] : [];
	});
}

type Outcome = UpdateEntry['outcomes'][number];

function checkOutcome(
	lookup: Lookup,
	{ target: targetId, outcome: outcomeId, status }: Outcome,
	citation: string
): string[] {
	const outcome = typeof outcomeId === 'string' ? lookup.figure(outcomeId) : undefined;
	if (typeof outcomeId === 'string' && outcome?.kind !== 'outcome') {
		return lookup.excused(outcomeId) ? [] : [`“${outcomeId}” is no outcome figure`];
	}
	if (outcome?.kind === 'outcome' && outcome.citation !== citation)
		return [`the outcome is from ${outcome.citation}, the update cites ${citation}`];
	if (targetId === undefined)
		return status === 'no-target' ? [] : [`without a target the status is no-target, not ${status}`];
	if (status === 'no-target') return ['there is a target, so the status is not no-target'];
	if (lookup.sentences.has(targetId)) return [];
	const target = lookup.figure(targetId);
	if (target?.kind !== 'target' && target?.kind !== 'derived') {
		return lookup.excused(targetId) ? [] : [`“${targetId}” is neither a target figure nor a sentence`];
	}
	if (outcome?.kind !== 'outcome' || typeof outcomeId !== 'string')
		return ['a target with a number needs an outcome with one'];
	if (!lookup.paired(targetId, outcomeId)) return [`${targetId} and ${outcomeId} are not declared comparable`];
	const reached = outcome.value > target.value ? 'exceeded' : outcome.value === target.value ? 'met' : 'not-met';
	return reached === status ? [] : [`the numbers say ${reached}, not ${status}`];
}
