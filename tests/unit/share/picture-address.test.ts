import { expect, test } from 'vitest';
import { pictureAddress } from '../../../src/lib/share/picture-address.ts';

test.each([
	[{ kind: 'card', id: 'gdp' } as const, '/share/gdp.jpg', '/en/share/gdp-card.png'],
	[{ kind: 'topic', id: 'jobs' } as const, '/share/topic-jobs.jpg', '/en/share/topic-jobs-card.png'],
	[
		{ kind: 'update', id: '2022-04-25-gdp' } as const,
		'/share/update-2022-04-25-gdp.jpg',
		'/en/share/update-2022-04-25-gdp-card.png'
	],
	[{ kind: 'home' } as const, '/share/home.jpg', '/en/share/home-card.png']
])('the pictures of %o lie where they were promised', (subject, preview, card) => {
	expect(pictureAddress(subject, 'preview', 'zh')).toBe(preview);
	expect(pictureAddress(subject, 'card', 'en')).toBe(card);
});
