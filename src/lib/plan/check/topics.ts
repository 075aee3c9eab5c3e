import type { Lookup } from '../content/lookup.ts';
import type { Problem } from '../problem.ts';

/** Every topic has cards, and the cards that stand for it on the home page exist. */
export function checkTopics(lookup: Lookup): Problem[] {
	const { topics } = lookup.content;
	const leads = topics.value.topics.flatMap(({ id, lead }, index) => {
		const card = lookup.cards.get(lead)?.value;
		return card?.topic === id || card?.also.includes(id) || lookup.excused(lead)
			? []
			: [
					topics.problem(
						['topics', index, 'lead'],
						`there is no card “${lead}” in ${id}`,
						`name a card of cards/${id}.yaml.`
					)
				];
	});
	const home = topics.value.home.flatMap((id, index) =>
		lookup.cards.has(id) || lookup.excused(id)
			? []
			: [topics.problem(['home', index], `there is no card “${id}”`, 'see cards/.')]
	);
	const ids = topics.value.topics.map(({ id }) => id);
	const twice = ids.flatMap((id, index) =>
		ids.indexOf(id) < index
			? [topics.problem(['topics', index, 'id'], `there are two topics “${id}”`, 'give one another id.')]
			: []
	);
	return [...twice, ...leads, ...home];
}
