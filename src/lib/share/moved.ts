/** What of a retired card lies elsewhere than its pages: its embed and its pictures, which stand on other sites. Pure. */
import { locales } from '../plan/locale.ts';
import type { RetiredCard } from '../plan/retired.ts';
import { embedPath } from './embed.ts';
import { pictureAddress } from './picture-address.ts';

/** Path → path of the same of the card that now says it, both in the first language. */
export function movedShares(retired: readonly Pick<RetiredCard, 'id' | 'successor'>[]): Record<string, string> {
	return Object.fromEntries(
		retired.flatMap(({ id, successor }) => {
			if (!successor) return [];
			const to = sharesOf(successor.id);
			return sharesOf(id).map((path, index) => [path, to[index] ?? path]);
		})
	);
}

function sharesOf(id: string): string[] {
	const picture = (shape: 'preview' | 'card') => pictureAddress({ kind: 'card', id }, shape, locales[0]);
	return [embedPath(id, locales[0]), picture('preview'), picture('card')];
}
