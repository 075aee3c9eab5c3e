import type { ServerWords } from './language.ts';

export const en: ServerWords = {
	problems: {
		malformed: 'The request is incomplete or malformed. Update the app and try again.',
		'unknown-topic': 'One of the topics does not exist. Reload the page and try again.',
		words: 'It does not say what is wrong, or is too long. Write up to 600 characters, and up to 100 of contact.',
		secret: 'The secret is missing or wrong. Switch notifications on again.',
		'other-site': 'Only requests from this site are accepted. Open the page on this site.',
		host: 'This push service is not on the list of allowed ones. Use another browser, or a feed.',
		token: 'The activation token is wrong or out of date. Switch notifications on again.',
		unknown: 'The server has no such subscription. Switch notifications on again.',
		owned: 'This endpoint is registered already. Unsubscribe in the browser and subscribe again.',
		pending: 'This device is not confirmed yet. Wait for the first notification and try again.',
		'no-address': 'The parameter url is missing or no address: /oembed?url=https%3A%2F%2F…',
		size: 'maxwidth and maxheight are whole numbers of pixels, greater than zero.',
		'no-card': 'This address is no card of this site. A card’s address looks like /topics/{topic}/{card}',
		withdrawn: 'This card has been withdrawn. The page at its address says why.',
		format: 'Only format=json is available.',
		'too-large': 'The request is too large; 8 KB at most. Write less, or choose fewer topics.',
		'not-json': 'Send application/json.',
		'too-many': 'Too many requests. Try again later.',
		unavailable: 'The server can’t store anything just now. Try again in a few minutes; reading is not affected.'
	},
	activation: { title: 'Notifications are on', body: 'When a topic you follow changes, you will hear of it here.' },
	test: { title: 'Test notification', body: 'If you see this, notifications reach this device.' }
};
