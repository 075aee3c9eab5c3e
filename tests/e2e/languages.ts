/** The languages, with where their pages are and what the words that tests look for are called in them. */
export const languages = [
	{ locale: 'zh', root: '', lang: 'zh-CN', app: '看懂金华', mainNavigation: '主导航', allTopics: '回到全部主题' },
	{
		locale: 'en',
		root: '/en',
		lang: 'en',
		app: 'Kandong Jinhua',
		mainNavigation: 'Main',
		allTopics: 'Back to all topics'
	}
] as const;
