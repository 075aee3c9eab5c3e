import type { ServerWords } from './language.ts';

export const zh: ServerWords = {
	problems: {
		malformed: '请求的内容不完整或格式不对。请更新应用后再试。',
		'unknown-topic': '有一个主题不存在。请刷新页面后再试。',
		words: '没有写哪里不对，或者写得太长。请写 600 字以内，联系方式 100 字以内。',
		secret: '这台设备的凭证不对。请重新打开通知。',
		'other-site': '只接受本网站发出的请求。请在本网站打开页面。',
		host: '这个推送服务不在允许的名单里。请换一个浏览器，或用订阅源。',
		token: '确认码不对或已过期。请重新打开通知。',
		unknown: '服务器上没有这个订阅。请重新打开通知。',
		owned: '这个推送地址已经登记过。请在浏览器里取消订阅后再订阅一次。',
		pending: '这台设备还没有确认。请等确认通知到达后再试。',
		'no-address': '缺少 url 参数，或者它不是一个网址：/oembed?url=https%3A%2F%2F…',
		size: 'maxwidth 和 maxheight 要写成正整数，单位是像素。',
		'no-card': '这个网址不是本站的一张卡片。卡片的网址像这样：/topics/话题/卡片',
		withdrawn: '这张卡片已经撤下。打开它的网址，可以看到原因。',
		format: '只提供 format=json。',
		'too-large': '请求太大，最多 8 KB。请写短一点，或者少选几个主题。',
		'not-json': '请用 application/json 发送。',
		'too-many': '请求太多了。请稍后再试。',
		unavailable: '服务器暂时无法保存。请过几分钟再试，阅读不受影响。'
	},
	activation: { title: '通知已接通', body: '以后您关注的主题有变化，会在这里告诉您。' },
	test: { title: '测试通知', body: '收到这一条，说明通知能送到这台设备。' }
};
