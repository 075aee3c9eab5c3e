/** Plain links to other sites' own forms for posting. No script of theirs runs here, and nothing of ours goes there before a tap. */
import { m } from '../paraglide/messages.js';
import { locales, type Locale } from '../plan/locale.ts';
import { fitText } from './fit-text.ts';

export interface Message {
	title: string;
	text: string;
	/** Absolute. */
	url: string;
	/** Absolute; for sites that take one. */
	picture: string;
}

export interface SocialLink {
	id: string;
	name: string;
	href: string;
}

/** Weibo has room for 140 Chinese characters and X for as many, and both count an address as about twelve of them. */
const postWidth = 2 * (140 - 12);

/** Title and sentences, as long as a post may be. */
export function postText({ title, text }: Pick<Message, 'title' | 'text'>, locale: Locale): string {
	return fitText(m.share_post({ title, text }, { locale }), postWidth);
}

/** Nearest first: what people in the reader's language use. */
export function socialLinks(message: Message, locale: Locale): SocialLink[] {
	const { title, text, url, picture } = message;
	const post = postText(message, locale);
	const chinese = [
		link('weibo', m.share_weibo({}, { locale }), 'https://service.weibo.com/share/share.php', {
			url,
			title: post,
			pic: picture
		}),
		link('qq', 'QQ', 'https://connect.qq.com/widget/shareqq/index.html', {
			url,
			title,
			summary: fitText(text, postWidth),
			pics: picture
		}),
		link('qzone', m.share_qzone({}, { locale }), 'https://sns.qzone.qq.com/cgi-bin/qzshare/cgi_qzshare_onekey', {
			url,
			title,
			summary: fitText(text, postWidth),
			pics: picture
		})
	];
	const others = [
		link('x', 'X', 'https://x.com/intent/post', { text: post, url }),
		link('facebook', 'Facebook', 'https://www.facebook.com/sharer/sharer.php', { u: url }),
		link('whatsapp', 'WhatsApp', 'https://api.whatsapp.com/send', { text: `${title}\n${text}\n${url}` }),
		link('telegram', 'Telegram', 'https://t.me/share/url', { url, text: `${title}\n${text}` }),
		link('line', 'LINE', 'https://social-plugins.line.me/lineit/share', { url, text: title })
	];
	return locale === locales[0] ? [...chinese, ...others] : [...others, ...chinese];
}

/** Spaces as %20: mail programs show a “+” as it is. */
export function mailLink({ title, text, url }: Message): string {
	return `mailto:?${query({ subject: title, body: `${text}\n\n${url}` })}`;
}

function link(id: string, name: string, form: string, fields: Record<string, string>): SocialLink {
	return { id, name, href: `${form}?${query(fields)}` };
}

function query(fields: Record<string, string>): string {
	return Object.entries(fields)
		.map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
		.join('&');
}
