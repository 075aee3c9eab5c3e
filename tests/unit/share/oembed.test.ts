import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { embedCode } from '../../../src/lib/share/embed.ts';
import { cardAt, oembedAddress, oembedOf } from '../../../src/lib/share/oembed.ts';

const origin = 'https://plan.example.org';
const card = { id: 'freight-trains', title: '班列，要开得更多', locale: 'zh', height: 700 } as const;

describe('an address names a card', () => {
	test.each([
		['/topics/trade/freight-trains', 'freight-trains', 'zh'],
		['/topics/trade/freight-trains/', 'freight-trains', 'zh'],
		['/en/topics/trade/freight-trains', 'freight-trains', 'en'],
		['/elder/topics/trade/freight-trains', 'freight-trains', 'zh'],
		['/en/elder/topics/trade/freight-trains', 'freight-trains', 'en'],
		['/en/embed/freight-trains', 'freight-trains', 'en']
	])('%s', (path, id, locale) => {
		expect(cardAt(path)).toEqual({ card: id, locale });
	});

	test.each(['/', '/en', '/topics/trade', '/plan', '/topics/a/b/c', '/share/x.jpg'])('but not %s', (path) => {
		expect(cardAt(path)).toBeUndefined();
	});

	test('whatever is asked, nothing throws', () => {
		fc.assert(fc.property(fc.string(), (path) => void cardAt(`/${path}`)));
	}, 60_000);
});

describe('an embed', () => {
	test('is one element without script, and no text of the card ends it early', () => {
		const code = embedCode({ src: `${origin}/embed/x`, title: '"><script>alert(1)</script>', height: 500 });
		expect(code).toMatch(/^<iframe [^<>]*><\/iframe>$/);
		expect(code).toContain('height="500"');
	});

	test('keeps to the room that the other page has', () => {
		const small = oembedOf(card, { width: 320, height: 400 }, origin, '看懂金华');
		expect(small).toMatchObject({ version: '1.0', type: 'rich', width: 320, height: 400 });
		expect(small.html).toContain('width="320" height="400"');
		expect(small).not.toHaveProperty('thumbnail_url');
		expect(oembedOf(card, {}, origin, '看懂金华')).toMatchObject({
			width: 480,
			height: 700,
			thumbnail_url: `${origin}/share/freight-trains.jpg`,
			thumbnail_width: 1200,
			thumbnail_height: 630
		});
	});

	test('is found from its page', () => {
		expect(oembedAddress(`${origin}/topics/trade/x`)).toBe(
			`${origin}/oembed?url=https%3A%2F%2Fplan.example.org%2Ftopics%2Ftrade%2Fx&format=json`
		);
	});
});
