import type { Place } from './catalogue';

/** Places that one of the names means; a name may still be being typed. */
export function placesFor(names: readonly string[], places: readonly Place[]): Place[] {
	const means = (name: string) => (said: string) =>
		said === name || (name.length > 1 && said.startsWith(name)) || (said.length > 1 && name.includes(said));
	return places.filter(({ say }) => names.some((name) => name !== '' && say.some(means(name))));
}
