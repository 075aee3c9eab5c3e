import { describe, expect, test } from 'vitest';
import { fitText, textWidth } from '../../../src/lib/share/fit-text.ts';
import { mailLink, postText, socialLinks } from '../../../src/lib/share/links.ts';

describe('a text for a post', () => {
	test.each([
		['stays as it is when it fits', '新增531家。', 20, '新增531家。'],
		['ends after a whole sentence', '目标是300家以上。一年后，报告的结果是531家。', 24, '目标是300家以上。'],
		['says that it goes on where no sentence fits', '新增国家高新技术企业的数量超过了目标', 20, '新增国家高新技术企…'],
		['never cuts a number', '全市一共开行了15000列中欧班列', 18, '全市一共开行了…'],
		[
			'opens no quotation that is cut off',
			'Kept the “Houchen” and the “Longshan” experience',
			30,
			'Kept the “Houchen” and the…'
		],
		['keeps a decimal point in its number', 'It grew by 2.84 per cent in 2021 alone', 14, 'It grew by…']
	])('%s', (_, text, room, expected) => {
		expect(fitText(text, room)).toBe(expected);
		expect(textWidth(fitText(text, room))).toBeLessThanOrEqual(room);
	});

	test.each([
		['千分号', 6],
		['25.7‰', 6],
		['“Houchen”…', 13],
		['𠮷', 4]
	])('is as wide as Weibo says: %s', (text, width) => {
		expect(textWidth(text)).toBe(width);
	});

	test('leaves room for the address within Weibo’s 140 characters', () => {
		const post = postText({ title: '新增高新技术企业', text: '计划说要确保新增300家以上'.repeat(40) }, 'zh');
		expect(textWidth(post)).toBeLessThanOrEqual(2 * 128);
		expect(post).toMatch(/^【新增高新技术企业】/);
	});
});

describe('links to other sites', () => {
	const message = {
		title: 'A & B?',
		text: '增长2.8% #一 + “二”',
		url: 'https://plan.example.cn/topics/jobs/new-jobs',
		picture: 'https://plan.example.cn/share/new-jobs-card.png'
	};

	test.each(['zh', 'en'] as const)('carry exactly what is shared, and nothing that tracks (%s)', (locale) => {
		for (const { id, href } of socialLinks(message, locale)) {
			const { protocol, searchParams, hash } = new URL(href);
			expect(protocol, id).toBe('https:');
			expect(hash, id).toBe('');
			expect([...searchParams.values()].join('\n'), id).toContain(message.url);
			expect(href, id).not.toMatch(/utm_|appkey|ralateUid|[?&](from|ref|source)=/i);
		}
	});

	test('what people around the reader use comes first', () => {
		expect(socialLinks(message, 'zh')[0]?.id).toBe('weibo');
		expect(socialLinks(message, 'en')[0]?.id).toBe('x');
	});

	test('a mail keeps its spaces and signs', () => {
		const fields = new URLSearchParams(mailLink(message).slice('mailto:?'.length));
		expect(mailLink(message)).not.toContain('+');
		expect(fields.get('subject')).toBe(message.title);
		expect(fields.get('body')).toBe(`${message.text}\n\n${message.url}`);
	});
});
