import type { WorkerWords } from './words';

export const en: WorkerWords = {
	news: { title: 'Kandong Jinhua', body: 'Something has changed. Tap to see what.' },
	gone: {
		title: 'No network',
		body: 'What was stored on this phone is gone, too. Open the app with a connection once, and it will be stored again.',
		again: 'Try again'
	}
};
