import type { Lookup } from '../content/lookup.ts';
import { figuresOfCard } from '../content/named.ts';
import type { Problem } from '../problem.ts';

/** Every sentence is on a card or on the left-off list, every figure on a card, and no sentence is on both. */
export function checkCoverage(lookup: Lookup): Problem[] {
	const { cards, omitted, outline } = lookup.content;
	const covered = new Set(cards.flatMap(({ value }) => value.sentences));
	const leftOff = new Set(omitted.value.map(({ sentence }) => sentence));
	const problems: Problem[] = [];
	for (const [section, { sentences }] of outline.value.entries()) {
		for (const [index, { id }] of sentences.entries()) {
			if (covered.has(id) || leftOff.has(id) || lookup.excused(id)) continue;
			const text = lookup.sentences.get(id)?.text ?? '';
			problems.push(
				outline.problem(
					[section, 'sentences', index],
					`${id} is on no card: ${text}`,
					'quote it on a card, or add it to omitted.yaml with a reason.'
				)
			);
		}
	}
	for (const [index, { sentence: id }] of omitted.value.entries()) {
		if (omitted.value.findIndex(({ sentence }) => sentence === id) < index)
			problems.push(omitted.problem([index], `${id} stands on this list twice`, 'keep one reason.'));
		else if (!lookup.sentences.has(id))
			problems.push(omitted.problem([index], `there is no sentence ${id}`, 'see outline.yaml.'));
		else if (covered.has(id))
			problems.push(omitted.problem([index], `${id} is on a card too`, 'take it off this list.'));
	}
	return [...problems, ...figuresOnNoCard(lookup)];
}

function figuresOnNoCard(lookup: Lookup): Problem[] {
	const { cards, figures, updates, broken } = lookup.content;
	// A card that could not be read may show any of them, through its chart.
	if (broken !== '') return [];
	const shown = new Set(cards.flatMap(({ value }) => figuresOfCard(lookup, value)));
	const told = updates.flatMap(({ value }) =>
		value.outcomes.flatMap(({ outcome }) => (typeof outcome === 'string' ? [outcome] : []))
	);
	for (const id of told) shown.add(id);
	return [...figures].flatMap(([id, { problem }]) =>
		shown.has(id) ? [] : [problem([], `the figure ${id} is on no card`, 'name it on one, or in an update’s outcome.')]
	);
}
