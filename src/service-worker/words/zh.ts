import type { WorkerWords } from './words';

export const zh: WorkerWords = {
	news: { title: '看懂金华', body: '有新的变化，点开看看。' },
	gone: {
		title: '现在没有网络',
		body: '这台手机上存的内容也不见了。连上网络后再打开，就会重新存好。',
		again: '再试一次'
	}
};
