/** What the tested build was made from, so that tests hold for any plan and name no text. */
import { readFileSync } from 'node:fs';
import { inProject } from '../../src/commands/project.js';
import type { Card, Figure, Plan, Topic } from '../../src/lib/plan/plan.ts';

export const plan = JSON.parse(readFileSync(inProject('build', 'prerendered', 'plan.json'), 'utf8')) as Plan;

export function topic(id: string): Topic {
	return found(
		plan.topics.find((topic) => topic.id === id),
		id
	);
}

export function topicAfter({ id }: Topic): Topic {
	return found(plan.topics[plan.topics.findIndex((topic) => topic.id === id) + 1], `topic after ${id}`);
}

export function card(id: string): Card {
	return found(
		plan.cards.find((card) => card.id === id),
		id
	);
}

export function figure(id: string): Figure {
	return found(
		plan.figures.find((figure) => figure.id === id),
		id
	);
}

/** The id of a topic's card by its place in the deck; from the end when negative. */
export function cardAt({ id, cards }: Topic, place: number): string {
	return found(cards.at(place), `card ${place} of ${id}`);
}

/** The address of a card in a topic's deck. */
export function addressOf({ id }: Topic, card: string): string {
	return `/topics/${id}/${card}`;
}

function found<T>(what: T | undefined, name: string): T {
	if (what === undefined) throw new Error(`The plan has no ${name}.`);
	return what;
}
