import { retiredCards } from '$lib/plan/retired';
import { lookup, plan } from './plan';

const cards = plan.topics.flatMap(({ id, cards }) => cards.map((card) => `/topics/${id}/${card}`));

/** Pages that a reader moves between within the app, which needs their data too; paths of the first language. */
export const movedTo: readonly string[] = [
	'/',
	'/plan',
	'/glossary',
	'/search',
	'/about',
	'/accessibility',
	'/report',
	'/following',
	'/settings',
	...plan.topics.map(({ id }) => `/topics/${id}`),
	...cards
];

/** All that must be on a phone for reading without a network; the last ones are only ever opened, never gone to. */
export const offlinePages: readonly string[] = [
	...movedTo,
	...retiredCards(lookup).flatMap(({ id, topics }) => topics.map((topic) => `/topics/${topic}/${id}`)),
	'/v',
	'/offline'
];
