/** oEmbed 1.0 (oembed.com): from a card's address to what another site's editor puts on its page. Pure. */
import { standardAddress } from '../elder/page.ts';
import { localeOf, withoutLocale, type Locale } from '../plan/locale.ts';
import { pictureAddress, shapes } from './picture-address.ts';
import { embedCode, embedPath, widest } from './embed.ts';

/** The card that an address within the site names, in its language: its own page, 长辈版's, or its embed. */
export function cardAt(path: string): { card: string; locale: Locale } | undefined {
	const plain = withoutLocale(standardAddress(path) ?? path);
	const [, card] = /^\/(?:topics\/[a-z0-9-]+|embed)\/([a-z0-9-]+)\/?$/.exec(plain) ?? [];
	return card === undefined ? undefined : { card, locale: localeOf(path) };
}

/** What a page may take at most; CSS pixels. */
export interface Room {
	width?: number;
	height?: number;
}

interface Embeddable {
	id: string;
	title: string;
	locale: Locale;
	/** What it is tall at full width; CSS pixels. */
	height: number;
}

/** @param provider the site's name in the card's language */
export function oembedOf(card: Embeddable, room: Room, origin: string, provider: string): Record<string, unknown> {
	const { id, title, locale } = card;
	const width = Math.min(widest, room.width ?? widest);
	// A frame that is lower than its card scrolls: nothing is cut.
	const height = Math.min(card.height, room.height ?? card.height);
	const picture = shapes.preview;
	const fits = (room.width ?? picture.width) >= picture.width && (room.height ?? picture.height) >= picture.height;
	return {
		version: '1.0',
		type: 'rich',
		provider_name: provider,
		provider_url: origin,
		title,
		cache_age: 86400,
		width,
		height,
		html: embedCode({ src: origin + embedPath(id, locale), title: `${title} · ${provider}`, width, height }),
		...(fits && {
			thumbnail_url: origin + pictureAddress({ kind: 'card', id }, 'preview', locale),
			thumbnail_width: picture.width,
			thumbnail_height: picture.height
		})
	};
}

/** The address that tells an editor's program how to embed the page it found it on. */
export function oembedAddress(page: string): string {
	return `${new URL(page).origin}/oembed?url=${encodeURIComponent(page)}&format=json`;
}
