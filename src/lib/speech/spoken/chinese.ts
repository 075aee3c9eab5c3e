/** How a newsreader says what Chinese pages write in digits: 25.7‰ is 千分之二十五点七, 1500列以上 is 一千五百列以上. */

const digits = '零一二三四五六七八九';

/** Digit by digit: a year, a road, a brand. */
function spelled(written: string): string {
	return written.replace(/\d/g, (digit) => digits.charAt(Number(digit)));
}

/** A whole number below 10,000, without leading zeros. */
function ofGroup(number: number): string {
	const places = ['千', '百', '十', ''];
	const read = [...String(number).padStart(4, '0')]
		.map((digit, index) => (digit === '0' ? '零' : digits.charAt(Number(digit)) + (places[index] ?? '')))
		.join('');
	return read.replace(/零+/g, '零').replace(/^零|零$/g, '');
}

/** A whole number as counted: 1274 is 一千二百七十四, 100050 is 十万零五十. */
function counted(written: string): string {
	const whole = written.replace(/^0+(?=\d)/, '');
	if (whole === '0') return '零';
	// Nobody counts so far: what is that long is no quantity.
	if (whole.length > 12) return spelled(whole);
	const groups = whole.padStart(12, '0').match(/\d{4}/g) ?? [];
	let said = '';
	let gap = false;
	groups.map(Number).forEach((group, index) => {
		if (group === 0) {
			gap = true;
			return;
		}
		if (said !== '' && (gap || group < 1000)) said += '零';
		said += ofGroup(group) + (['亿', '万', ''][index] ?? '');
		gap = false;
	});
	// 十二, not 一十二; 两千 and 两万, but 二百 and 十二万.
	return said.replace(/^一十/, '十').replace(/(^|[^十百])二(?=[千万亿])/g, '$1两');
}

/** 1,399 or 25.7 or 2.0, as a quantity. */
function quantity(written: string): string {
	const [whole = '', fraction] = written.replaceAll(',', '').split('.');
	return counted(whole) + (fraction === undefined ? '' : '点' + spelled(fraction));
}

const number = '\\d+(?:,\\d{3})*(?:\\.\\d+)?';
const dash = '[-–—~～至到]';
const rateNames: Readonly<Record<string, string>> = { '%': '百分之', '‰': '千分之' };
const signs: Readonly<Record<string, string>> = {
	'+': '加',
	'＋': '加',
	'−': '减',
	'×': '乘以',
	'→': '，变为',
	'≥': '至少',
	'≤': '最多',
	'=': '等于',
	'/': '，'
};

/** 百分之百, but 百分之一百三十. */
function rate(written: string, sign: string): string {
	return (rateNames[sign] ?? '') + (written === '100' ? '百' : quantity(written));
}

/** What stands before a number that is not the end of another one. No browser of five years ago can look behind. */
const free = '(^|[^\\d.,])';

const rules: readonly (readonly [RegExp, (...found: string[]) => string])[] = [
	// Dates and years. 2021 年 is a year, 14年 a length of time.
	[
		new RegExp(`${free}((?:19|20)\\d\\d)-(\\d\\d)-(\\d\\d)(?!\\d)`, 'g'),
		(_, before = '', year = '', month = '', day = '') =>
			`${before}${spelled(year)}年${counted(month)}月${counted(day)}日`
	],
	[
		new RegExp(`${free}((?:19|20)\\d\\d)(年?)${dash}((?:19|20)\\d\\d)(?=年)`, 'g'),
		(_, before = '', from = '', unit = '', to = '') => `${before}${spelled(from)}${unit}到${spelled(to)}`
	],
	[new RegExp(`${free}((?:19|20)\\d\\d)(?=年)`, 'g'), (_, before = '', year = '') => before + spelled(year)],
	// “2021 结果”, a card's label, says 年 only in speech.
	[
		new RegExp(`${free}((?:19|20)\\d\\d)(?=结果|目标|排名|结构|实际|已做|要做)`, 'g'),
		(_, before = '', year = '') => `${before}${spelled(year)}年`
	],
	// Ratios.
	[
		new RegExp(`${number}(?:\\s*[∶：:]\\s*${number})+`, 'g'),
		(all = '') =>
			all
				.split(/\s*[∶：:]\s*/)
				.map(quantity)
				.join('比')
	],
	// Rates, and from one to another.
	[
		new RegExp(`(${number})([%‰]?)${dash}(${number})([%‰])`, 'g'),
		(_, from = '', own = '', to = '', sign = '') => `${rate(from, own || sign)}到${rate(to, sign)}`
	],
	[
		new RegExp(`([-−])?(${number})([%‰])`, 'g'),
		(_, minus = '', value = '', sign = '') => (minus ? '负' : '') + rate(value, sign)
	],
	[
		new RegExp(`${free}(\\d+)/(\\d+)(?![\\d.])`, 'g'),
		(_, before = '', part = '', whole = '') => `${before}${counted(whole)}分之${counted(part)}`
	],
	// Names: G330, S323, 531X, 1688“…”, 330国道. 5G and 9H are short enough to be counted, which says the same.
	[/([A-Za-z])(\d+)/g, (_, before = '', name = '') => before + spelled(name)],
	[
		new RegExp(`${free}(\\d{3,})(?=[A-Za-z“「]|[国省县]道)`, 'g'),
		(_, before = '', name = '') => before + spelled(name)
	],
	[new RegExp(`(${number})${dash}(?=${number})`, 'g'), (_, from = '') => `${quantity(from)}到`],
	// 两个, 两套, but 第二, 二点三, 二十.
	[/(^|[^\d.,第])2(?=[个家条户列台套年名头只座项倍亿万千所张次期])/g, (_, before = '') => `${before}两`],
	[new RegExp(number, 'g'), (all = '') => quantity(all)],
	[/[+＋−×→≥≤=/]/g, (sign = '') => signs[sign] ?? sign]
];

/** The page's words and digits, as they are said. */
export function spokenChinese(text: string): string {
	// The page sets gaps between characters and digits with spaces; the voice would stop there.
	const joined = text.replace(/([A-Za-z]?)\s+(?=([A-Za-z]?))/g, (_, before: string, after: string) =>
		before !== '' && after !== '' ? `${before} ` : before
	);
	return rules.reduce((said, [pattern, say]) => said.replace(pattern, (...found: string[]) => say(...found)), joined);
}
