import { describe, expect, test } from 'vitest';
import { findProblems } from '../../../src/lib/plan/load.ts';
import { append, expectProblem, replace, testFolder, type Change } from './folder.ts';

const shops = 'cards/shops.yaml';
const update = 'updates/2032-04-25-firms.yaml';

/** Every place of a text: file, a text that stands there, and what its line holds. */
const places: readonly (readonly [place: string, file: string, zh: string, en: string])[] = [
	['a card’s title', shops, '样例班列要多开', 'More sample trains'],
	['a card’s body', shops, '这是一些样例数字', 'These are sample numbers'],
	['an item of a list', shops, '争创{prizes-2031}样例奖', 'Compete for'],
	['a chart’s caption', shops, '单位：列', 'Number of trains'],
	['an indicator', 'figures/shops.yaml', '新增样例机器', 'New sample machines'],
	['a part of a composition', 'figures/money.yaml', '甲类', 'First kind'],
	['a comparison’s reason', 'comparisons.yaml', '都是样例班列', 'All count sample trains'],
	['a topic’s name', 'topics.yaml', '店铺', 'Shops'],
	['the plan’s title', 'plan.yaml', '样例市{2031}年计划', 'Sampleton’s plan'],
	['the city’s name', 'plan.yaml', '样例, en', 'Sampleton }'],
	['the reason of a sentence left off', 'omitted.yaml', '只是套话', 'A set phrase'],
	['an update’s title', update, '样例企业超过目标', 'Sample firms beat'],
	['an update’s body', update, '新增{firms-outcome-2031}', 'There are {firms'],
	['an outcome in words', update, '样例城市建成', 'The sample city is built']
];

describe.each(places)('a digit in %s', (_, file, zh, en) => {
	test.each([
		['half-width', 'Chinese', zh, '7'],
		['full-width', 'Chinese', zh, '７'],
		['half-width', 'English', en, '7'],
		['full-width', 'English', en, '７']
	])('is refused: %s, in %s', (_width, _language, words, digit) => {
		const at = file === 'figures/shops.yaml' ? 'machines-2031:' : '';
		// A digit directly after a token would be no word of its own: it stands at the beginning.
		const change = at === '' ? replace(file, words, digit + words) : replace(file, words, digit + words, at);
		const line = at === '' ? digit + words : ([digit + words, at] as const);
		expectProblem([change], {
			file,
			at: line,
			what: new RegExp(`“${digit}” stands in the text without a figure`),
			mend: /name a figure in braces/
		});
	});
});

describe('a text', () => {
	test.each(['½', '②', 'Ⅷ', '〇'])('does not hide a number in the sign %s', (sign) => {
		expectProblem([replace(shops, '这是一些', `这是${sign}些`)], {
			file: shops,
			at: sign,
			what: /without a figure/,
			mend: /./
		});
	});

	test.each(['zh', 'en'])('is not missing in one language: %s', (locale) => {
		const [from, to] = locale === 'zh' ? ['zh: 样例任务, ', ''] : [', en: Sample tasks', ''];
		expectProblem([replace(shops, from, to)], {
			file: shops,
			at: ['title:', '- id: tasks'],
			what: locale === 'zh' ? /the Chinese text is missing/ : /the English text is missing/,
			mend: new RegExp(`translate it: add ${locale}`)
		});
	});

	test('is not empty in one language', () => {
		expectProblem([replace(shops, 'Sample tasks', "''")], {
			file: shops,
			at: ['title:', '- id: tasks'],
			what: /the English text is missing/,
			mend: /add en/
		});
	});

	test.each([
		['an outcome in words', update, ', en: The sample city is built', 'English'],
		['an item of a list', shops, ", en: 'Compete for {prizes-2031}'", 'English'],
		['a caption', shops, 'zh: 单位：列, ', 'Chinese'],
		['a topic’s name', 'topics.yaml', ', en: Shops', 'English']
	])('is not missing in %s', (_, file, words, language) => {
		const problems = findProblems(testFolder(replace(file, words, '')));
		expect(problems).toMatchObject([
			{ file, what: expect.stringContaining(`the ${language} text is missing`) as string }
		]);
	});

	test('names only figures, years and names that exist', () => {
		expectProblem([replace(shops, '这是一些样例数字。', "'共{shops-2099}。'")], {
			file: shops,
			at: 'shops-2099',
			what: /\{shops-2099\} is no figure, year or name/,
			mend: /figures\/, plan.yaml \(years\) or names.yaml/
		});
	});

	test('names only years that the plan declares', () => {
		expectProblem([replace(shops, '{2030}年新认定', '{2028}年新认定')], {
			file: shops,
			at: '{2028}',
			what: /\{2028\} is no figure/,
			mend: /./
		});
	});

	test('names only names that the plan declares', () => {
		expectProblem([replace(shops, '“{8+N}”样例培育', '“{9+N}”样例培育')], {
			file: shops,
			at: '{9+N}',
			what: /\{9\+N\} is no figure/,
			mend: /./
		});
	});

	test('has no brace alone', () => {
		expectProblem([replace(shops, '这是一些样例数字。', "'这是{一些。'")], {
			file: shops,
			at: '{一些',
			what: /brace stands alone/,
			mend: /./
		});
	});
});

describe('the bare number of a figure', () => {
	const body = (text: string): Change => replace(shops, '这是一些样例数字。', `'${text}'`);

	test('is allowed where nothing is lost', () => {
		expect(findProblems(testFolder(body('{institutes-2030:n}家。')))).toEqual([]);
	});

	test.each([
		['its 多', '共{shops-2030:n}家', /lose “多”/],
		['its 以上', '共{buttons-2030:n}万只', /lose “以上”/],
		['its true unit', '共{institutes-2030:n}个', /lose “家” to “个”/],
		['its multiplier', '共{institutes-2030:n}万家', /lose its own multiplier/]
	])('is refused where it would lose %s', (_, text, what) => {
		expectProblem([body(text)], { file: shops, at: text, what, mend: /write \{[a-z0-9-]+\}\./ });
	});

	test.each([
		['its 万', '院子{yards-2030:n}个', /lose “万个”/],
		['its %', '实现率{online-2030:n}', /lose its unit/],
		['its ‰', '份额{share-2030:n}', /lose its unit/]
	])('is refused where it would lose %s', (_, text, what) => {
		expectProblem([replace('cards/money.yaml', '样例实现率, en', `'${text}', en`), addSentences()], {
			file: 'cards/money.yaml',
			at: text,
			what,
			mend: /./
		});
	});

	test('is refused in English before another multiplier', () => {
		expectProblem([replace(shops, 'These are sample numbers.', "'{institutes-2030:n} thousand.'")], {
			file: shops,
			at: 'thousand',
			what: /lose its own multiplier/,
			mend: /./
		});
	});

	test('is refused of what is no figure', () => {
		expectProblem([replace(shops, '“{8+N}”样例培育', '“{8+N:n}”样例培育')], {
			file: shops,
			at: '{8+N:n}',
			what: /no figure/,
			mend: /write \{8\+N\}/
		});
	});

	/** The card “rates” may then name the figures of other sentences. */
	function addSentences(): Change {
		return replace('cards/money.yaml', 'sentences: [s005]', 'sentences: [s004, s005, s006]');
	}
});

describe('words beside a figure', () => {
	test.each([
		['约', '共约{institutes-2030}。'],
		['增长', '增长{institutes-2030}。'],
		['以上', '共{institutes-2030}以上。'],
		['多', '共{institutes-2030}多。']
	])('do not invent %s', (word, text) => {
		expectProblem([replace(shops, '这是一些样例数字。', `'${text}'`)], {
			file: shops,
			at: text,
			what: new RegExp(`“${word}” stands beside \\{institutes-2030\\}`),
			mend: new RegExp(`take “${word}” out`)
		});
	});

	test('do not say its qualifier twice', () => {
		expectProblem([replace(shops, '{firms-target-2031} were', 'at least {firms-target-2031} were')], {
			file: shops,
			at: 'at least {firms-target-2031}',
			what: /“at least” stands beside/,
			mend: /./
		});
	});
});

describe('English that a figure is shown with', () => {
	test('holds no other number than the figure’s', () => {
		expectProblem([replace('figures/money.yaml', 'first in the province', '“top 3” in the province')], {
			file: 'figures/money.yaml',
			at: 'top 3',
			what: /“3” in shownEn is not this figure’s number/,
			mend: /words/
		});
		expectProblem([replace('figures/shops.yaml', 'unitEn: machines', 'unitEn: machines of 9 kinds')], {
			file: 'figures/shops.yaml',
			at: 'of 9 kinds',
			what: /“9” in unitEn/,
			mend: /words/
		});
	});

	test('may hold the figure’s own number', () => {
		expect(
			findProblems(testFolder(replace('figures/money.yaml', 'first in the province', '“number 1 in the province”')))
		).toEqual([]);
	});
});

describe('a name with digits', () => {
	const add = (line: string) => append('names.yaml', `${line}\n`);

	test('stands in the text as quoted', () => {
		expectProblem([add('- { zh: 9H, en: 9H, quote: 9H样例 }')], {
			file: 'names.yaml',
			at: '9H',
			what: /not in the text as quoted/,
			mend: /copy words/
		});
	});

	test('keeps its digits in English', () => {
		expectProblem([replace('names.yaml', 'en: 8+N', 'en: 9+N')], {
			file: 'names.yaml',
			at: '9+N',
			what: /other digits in English/,
			mend: /keep the digits/
		});
	});

	test('is no number with its unit: that would be a figure without evidence', () => {
		expectProblem([add('- { zh: 1000家, en: 1000 firms, quote: 样例机构1000家 }')], {
			file: 'names.yaml',
			at: '1000家',
			what: /not a name/,
			mend: /make it a figure/
		});
	});

	test('is declared once', () => {
		expectProblem([add('- { zh: 5G, en: fifth 5G, quote: 5G样例站 }')], {
			file: 'names.yaml',
			at: 'fifth',
			what: /means two things/,
			mend: /take one out/
		});
	});
});

test('a unit has no digit in English', () => {
	expectProblem([replace('units.yaml', 'en: trains', 'en: trains of 40 wagons')], {
		file: 'units.yaml',
		at: 'wagons',
		what: /digit in English/,
		mend: /./
	});
});

test('a year is quoted from the text', () => {
	expectProblem([replace('plan.yaml', 'quote: 2030年全市计划执行情况', 'quote: 2030年全省计划执行情况')], {
		file: 'plan.yaml',
		at: '2030年全省',
		what: /quote for 2030 is not in the text/,
		mend: /hold the year/
	});
});
