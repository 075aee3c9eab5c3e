/** What can be shared, and what each of it says. */
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import type { CardView } from '$lib/plan/view';
import { address } from '$lib/ui/address';
import { cardText } from './card-text';
import { pictureAddress, shapes, type Subject } from './picture-address';

export type Shareable =
	| { kind: 'card'; card: CardView }
	| { kind: 'topic'; topic: { id: string; name: string } }
	| { kind: 'update'; update: { id: string; title: string; body: string; card: { id: string; topic: string } } };

export interface Shared {
	title: string;
	text: string;
	/** From the site's root, in the reader's language. */
	path: string;
	picture: { path: string; type: string; width: number; height: number };
}

export function shared(what: Shareable): Shared {
	switch (what.kind) {
		case 'card': {
			const { card } = what;
			const title = card.title.map(({ text }) => text.replaceAll('|', '')).join('');
			return {
				title,
				text: cardText(card),
				path: address.card(card.topic, card.id),
				picture: picture(what.kind, card.id)
			};
		}
		case 'topic': {
			const { id, name } = what.topic;
			return {
				title: `${name} · ${m.app()}`,
				text: m.share_topic_text({ topic: name }),
				path: address.topic(id),
				picture: picture(what.kind, id)
			};
		}
		case 'update': {
			const { id, title, body, card } = what.update;
			return { title, text: body, path: address.card(card.topic, card.id), picture: picture(what.kind, id) };
		}
	}
}

function picture(kind: Exclude<Subject['kind'], 'home'>, id: string): Shared['picture'] {
	const { type, width, height } = shapes.card;
	return { path: pictureAddress({ kind, id }, 'card', getLocale()), type, width, height };
}
