/** How a newsreader says what English pages write in digits: 266,000 is “two hundred and sixty-six thousand”. */

const small =
	'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
		' '
	);
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const groups = ['', ' thousand', ' million', ' billion', ' trillion'];
const ordinals: Readonly<Record<string, string>> = {
	one: 'first',
	two: 'second',
	three: 'third',
	five: 'fifth',
	eight: 'eighth',
	nine: 'ninth',
	twelve: 'twelfth'
};
const months = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December'
];

const spelled = (written: string) => [...written].map((digit) => small[Number(digit)] ?? digit).join(' ');

function belowHundred(number: number): string {
	if (number < 20) return small[number] ?? '';
	const unit = number % 10;
	return (tens[Math.floor(number / 10)] ?? '') + (unit === 0 ? '' : `-${small[unit] ?? ''}`);
}

function belowThousand(number: number): string {
	const hundreds = Math.floor(number / 100);
	const rest = number % 100;
	if (hundreds === 0) return belowHundred(rest);
	return `${small[hundreds] ?? ''} hundred${rest === 0 ? '' : ` and ${belowHundred(rest)}`}`;
}

function counted(written: string): string {
	const whole = written.replace(/^0+(?=\d)/, '');
	if (whole === '0') return 'zero';
	if (whole.length > 15) return spelled(whole);
	const parts: string[] = [];
	for (let rest = whole, power = 0; rest !== ''; rest = rest.slice(0, -3), power++) {
		const group = Number(rest.slice(-3));
		if (group > 0) parts.unshift(belowThousand(group) + (groups[power] ?? ''));
	}
	// One thousand and five: the last group has no hundreds to carry the “and”.
	const last = Number(whole.slice(-3));
	if (parts.length > 1 && last > 0 && last < 100) parts.push(`and ${parts.pop() ?? ''}`);
	return parts.join(' ');
}

function quantity(written: string): string {
	const [whole = '', fraction] = written.replaceAll(',', '').split('.');
	return counted(whole) + (fraction === undefined ? '' : ` point ${spelled(fraction)}`);
}

function ordinal(written: string): string {
	const cardinal = counted(written);
	const last = /[a-z]+$/.exec(cardinal)?.[0] ?? '';
	const said = ordinals[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`);
	return cardinal.slice(0, cardinal.length - last.length) + said;
}

/** 2021 is twenty twenty-one, 2005 two thousand and five, 1900 nineteen hundred; 1688 is said alike. */
function year(written: string): string {
	const [century, rest] = [Number(written.slice(0, 2)), Number(written.slice(2))];
	if (century % 10 === 0 && rest < 10) return counted(written);
	if (rest === 0) return `${belowHundred(century)} hundred`;
	return `${belowHundred(century)} ${rest < 10 ? `oh ${belowHundred(rest)}` : belowHundred(rest)}`;
}

const number = '\\d+(?:,\\d{3})*(?:\\.\\d+)?';
const rateNames: Readonly<Record<string, string>> = { '%': ' percent', '‰': ' per thousand' };
const signs: Readonly<Record<string, string>> = {
	'+': ' plus ',
	'−': ' minus ',
	'×': ' times ',
	'→': ', then ',
	'≥': ' at least ',
	'≤': ' at most ',
	'=': ' equals '
};

/** What stands before a number that is not the end of another one, or of a name. */
const free = '(^|[^\\d.,])';

const rules: readonly (readonly [RegExp, (...found: string[]) => string])[] = [
	[
		new RegExp(`${free}((?:19|20)\\d\\d)-(\\d\\d)-(\\d\\d)(?!\\d)`, 'g'),
		(_, before = '', of = '', month = '', day = '') =>
			`${before}the ${ordinal(day)} of ${months[Number(month) - 1] ?? month} ${year(of)}`
	],
	[
		new RegExp(`${number}(?:\\s*[:∶]\\s*${number})+`, 'g'),
		(all = '') =>
			all
				.split(/\s*[:∶]\s*/)
				.map(quantity)
				.join(' to ')
	],
	// Numbers have their commas, so four bare digits are a year, or a name said like one.
	[
		/(^|[^\d.,A-Za-z])(\d{4})[-–—](\d{4})(?![\d%‰])/g,
		(_, before = '', from = '', to = '') => `${before}${year(from)} to ${year(to)}`
	],
	[/(^|[^\d.,A-Za-z])(\d{4})(?![\d%‰]|[.,]\d)/g, (_, before = '', of = '') => before + year(of)],
	[new RegExp(`${free}(\\d+)(?:st|nd|rd|th)\\b`, 'g'), (_, before = '', place = '') => before + ordinal(place)],
	[/\bsquare km\b/g, () => 'square kilometres'],
	[/\bkm\b/g, () => 'kilometres'],
	// Names: G330, S323, C2M, 531X, 5G.
	[
		/([A-Za-z])(\d+)(?=([A-Za-z]?))/g,
		(_, before = '', name = '', after = '') => `${before} ${spelled(name)}${after ? ' ' : ''}`
	],
	[
		new RegExp(`${free}(\\d+)(?=[A-Z])`, 'g'),
		(_, before = '', name = '') => `${before}${name.length < 3 ? counted(name) : spelled(name)} `
	],
	[
		new RegExp(`(${number})([%‰]?)\\s*[–—-]\\s*(?=${number})`, 'g'),
		(_, from = '', sign = '') => `${quantity(from)}${rateNames[sign] ?? ''} to `
	],
	[new RegExp(`[-−](${number})(?=[%‰])`, 'g'), (_, value = '') => `minus ${value}`],
	[new RegExp(`(${number})\\s*([%‰])`, 'g'), (_, value = '', sign = '') => quantity(value) + (rateNames[sign] ?? '')],
	[new RegExp(number, 'g'), (all = '') => quantity(all)],
	[/‰/g, () => 'per mille'],
	[/\s*[+−×→≥≤=]\s*/g, (sign = '') => signs[sign.trim()] ?? sign]
];

/** The page's words and digits, as they are said. */
export function spokenEnglish(text: string): string {
	const said = rules.reduce((so, [pattern, say]) => so.replace(pattern, (...found: string[]) => say(...found)), text);
	return said.replace(/\s+/g, ' ').trim();
}
