/** What a newsreader would say, for every figure of the plan and for whatever else has digits in its texts. */
import { describe, expect, test } from 'vitest';
import { contentFolder, readFolder } from '../../../src/commands/content-folder.ts';
import { loadPlan } from '../../../src/lib/plan/load.ts';
import { locales } from '../../../src/lib/plan/locale.ts';
import { spoken } from '../../../src/lib/speech/spoken/spoken.ts';

const { plan } = loadPlan(await readFolder(contentFolder));

const figures: readonly (readonly [id: string, zh: string, en: string])[] = [
	['industry-platforms-2020', '两个', 'two platforms'],
	['future-communities-2020', '七个', 'seven pilots'],
	['feature-towns-2020', '三个', 'three “feature towns”'],
	['new-district-area-2021', '五十平方公里', 'fifty square kilometres'],
	['ppe-firms-2020', '四百多家', 'more than four hundred firms'],
	['mask-capacity-2020', '八千万只以上', 'at least eighty million masks'],
	['relief-policies-2020', '二十条', 'twenty policies'],
	['five-cuts-2020', '二百三十七亿元', 'twenty-three point seven billion yuan'],
	['two-directs-2020', '五十二点五亿元', 'five point two five billion yuan'],
	['investment-rules-2020', '十条', 'ten measures'],
	['leader-projects-2020', '二十九个', 'twenty-nine projects'],
	['large-projects-target-2021', '三十五个以上', 'at least thirty-five projects'],
	['large-projects-threshold-2021', '二十亿元以上', 'at least two billion yuan'],
	['landing-rate-target-2021', '百分之六十以上', 'at least sixty percent'],
	['landed-projects-outcome-2021', '一百一十五个', 'one hundred and fifteen projects'],
	['landed-projects-threshold-outcome-2021', '三亿元以上', 'at least three hundred million yuan'],
	['landed-manufacturing-outcome-2021', '二十五个', 'twenty-five projects'],
	['landed-manufacturing-threshold-outcome-2021', '十亿元以上', 'at least one billion yuan'],
	['gdp-2020', '四千七百零四亿元', 'four hundred and seventy point four billion yuan'],
	['gdp-growth-2020', '增长百分之二点八', 'up two point eight percent'],
	[
		'industry-mix-2020',
		'三点三比三十八点六比五十八点一',
		'three point three to thirty-eight point six to fifty-eight point one'
	],
	['gdp-outcome-2021', '五千三百五十五点四亿元', 'five hundred and thirty-five point five four billion yuan'],
	['gdp-growth-outcome-2021', '增长百分之九点八', 'up nine point eight percent'],
	['gdp-lead-outcome-2021', '一点三个百分点', 'one point three percentage points'],
	['industry-growth-outcome-2021', '增长百分之二十一点三', 'up twenty-one point three percent'],
	['industry-lead-outcome-2021', '八点四个百分点', 'eight point four percentage points'],
	['market-entities-outcome-2021', '一百四十三点七万户', 'one point four three seven million market entities'],
	['market-entities-rank-outcome-2021', '第二位', 'second in Zhejiang'],
	['listed-firms-outcome-2021', '六家', 'six firms'],
	['fixed-investment-outcome-2021', '增长百分之十六', 'up sixteen percent'],
	['fixed-investment-lead-outcome-2021', '五点二个百分点', 'five point two percentage points'],
	['private-investment-outcome-2021', '增长百分之二十五点二', 'up twenty-five point two percent'],
	['private-investment-rank-outcome-2021', '首位', 'first in Zhejiang'],
	['dayu-cup-2020', '连续六年', 'six years in a row'],
	['gas-units-target-2021', '两套', 'two sets'],
	['high-tech-2020', '四百二十六家', 'four hundred and twenty-six firms'],
	['high-tech-target-2021', '三百家以上', 'at least three hundred firms'],
	['high-tech-outcome-2021', '五百三十一家', 'five hundred and thirty-one firms'],
	['tech-sme-2020', '一千一百七十五家', 'one thousand one hundred and seventy-five firms'],
	['tech-sme-target-2021', '一千家以上', 'at least one thousand firms'],
	['first-sets-target-2021', '五个以上', 'at least five products'],
	['research-institutes-2020', '一家', 'one institute'],
	['key-labs-2020', '三家', 'three key laboratories'],
	['internet-platforms-2020', '六家', 'six platforms'],
	['digital-workshops-2020', '十八家', 'eighteen workshops and factories'],
	['parcels-rank-2020', '首位', 'first in China'],
	['livestream-rank-2020', '十强', 'top ten'],
	['base-stations-target-2021', '五千个', 'five thousand base stations'],
	['robots-target-2021', '三千台以上', 'at least three thousand industrial robots'],
	['talent-outcome-2021', '一百一十七名', 'one hundred and seventeen people'],
	['urban-jobs-2020', '二十六点六万人', 'two hundred and sixty-six thousand people'],
	['income-outcome-2021', '五万五千八百八十元', 'fifty-five thousand eight hundred and eighty yuan'],
	['income-growth-outcome-2021', '增长百分之十点五', 'up ten point five percent'],
	['income-gap-outcome-2021', '二点零', 'two point zero'],
	['service-windows-2020', '减少百分之四十五', 'down forty-five percent'],
	['online-rate-2020', '百分之九十九点四', 'ninety-nine point four percent'],
	['mobile-rate-2020', '百分之九十五点八', 'ninety-five point eight percent'],
	['approval-rate-2020', '百分之百', 'one hundred percent'],
	['main-platforms-2020', '十三个', 'thirteen platforms'],
	['new-loans-target-2021', '一千二百亿元以上', 'at least one hundred and twenty billion yuan'],
	['burden-outcome-2021', '二百三十亿元', 'twenty-three billion yuan'],
	['pigs-sold-rank-2020', '第一', 'first in Zhejiang'],
	['pig-stock-rank-2020', '第二位', 'second in Zhejiang'],
	['pig-stock-target-2021', '一百万头', 'one million pigs'],
	['grain-growth-2020', '增长百分之三点九', 'up three point nine percent'],
	['grain-rank-2020', '第二位', 'second in Zhejiang'],
	['standard-land-2020', '八点七万亩', 'eighty-seven thousand mu'],
	['standard-land-investment-2020', '二十五点四亿元', 'two point five four billion yuan'],
	['farmland-target-2021', '十二万亩以上', 'at least one hundred and twenty thousand mu'],
	['cropping-index-target-2021', '百分之一百三十以上', 'at least one hundred and thirty percent'],
	['fine-villages-2020', '一百个', 'one hundred villages'],
	['courtyards-2020', '一点二万个', 'twelve thousand “beautiful courtyards”'],
	['rural-homes-2020', '一千七百八十二户', 'one thousand seven hundred and eighty-two households'],
	['safe-city-2020', '连续十四年', 'fourteen years in a row'],
	['ftz-area-2020', '三十五点九九平方公里', 'thirty-five point nine nine square kilometres'],
	['bonded-zones-2020', '双', 'two'],
	['freight-trains-2020', '一千三百九十九列', 'one thousand three hundred and ninety-nine trains'],
	['freight-trains-target-2021', '一千五百列以上', 'at least one thousand five hundred trains'],
	['freight-trains-rise-2021', '一百零一列以上', 'at least one hundred and one trains'],
	['online-exports-2020', '四百七十四亿元', 'forty-seven point four billion yuan'],
	['online-exports-rank-2020', '首位', 'first in Zhejiang'],
	['online-exports-growth-target-2021', '增长百分之二十以上', 'up at least twenty percent'],
	['online-exports-min-2021', '五百六十八点八亿元以上', 'at least fifty-six point eight eight billion yuan'],
	['export-share-2019', '千分之二十三点四', 'twenty-three point four per thousand'],
	['export-share-2020', '千分之二十五点七', 'twenty-five point seven per thousand'],
	['export-share-rise-2020', '提高二点三个千分点', 'up two point three per mille points'],
	['rural-roads-2020', '一千二百七十四公里', 'one thousand two hundred and seventy-four kilometres'],
	['elder-homes-2020', '六百五十户', 'six hundred and fifty households'],
	['double-support-2020', '四连冠', 'four in a row'],
	['old-neighbourhoods-outcome-2021', '一百二十六个', 'one hundred and twenty-six neighbourhoods']
];

test.each(figures)('%s is %s, %s', (id, zh, en) => {
	const figure = plan.figures.find((known) => known.id === id);
	expect(figure && locales.map((locale) => spoken(figure.shown[locale], locale))).toEqual([zh, en]);
});

test('no figure of the plan is missing above', () => {
	expect(figures.map(([id]) => id).toSorted()).toEqual(plan.figures.map(({ id }) => id).toSorted());
});

describe('in Chinese', () => {
	test.each([
		// The plan's own sentences.
		[
			'全市出口占全国份额为25.7‰,较上年提高2.3个千分点。',
			'全市出口占全国份额为千分之二十五点七,较上年提高二点三个千分点。'
		],
		['三次产业结构调整为3.3∶38.6∶58.1。', '三次产业结构调整为三点三比三十八点六比五十八点一。'],
		['“义新欧”班列开行1500列以上。', '“义新欧”班列开行一千五百列以上。'],
		['大力推进“8+N”重点细分行业培育', '大力推进“八加N”重点细分行业培育'],
		['优化营商环境“10+N”行动和“1+10+X”行动', '优化营商环境“十加N”行动和“一加十加X”行动'],
		['“1+5+2”工作体系', '“一加五加二”工作体系'],
		['信用建设“531X”工程', '信用建设“五三一X”工程'],
		['“政务服务2.0”加快建设', '“政务服务二点零”加快建设'],
		['数字经济“一号产业”2.0版', '数字经济“一号产业”二点零版'],
		['成为全国第二座1688“新批发之城”', '成为全国第二座一六八八“新批发之城”'],
		['G330国道永康段、S323省道磐安段', 'G三三零国道永康段、S三二三省道磐安段'],
		['金台铁路、330国道永康段', '金台铁路、三三零国道永康段'],
		['“5G+工业互联网”', '“五G加工业互联网”'],
		['打造一批C2M超级工厂', '打造一批C二M超级工厂'],
		['2套9H燃机机组', '两套九H燃机机组'],
		['“最多80天”实现率100%', '“最多八十天”实现率百分之百'],
		['分别达99.4%、95.8%', '分别达百分之九十九点四、百分之九十五点八'],
		['新增精品村100个、美丽庭院1.2万个', '新增精品村一百个、美丽庭院一点二万个'],
		['提高到130%以上、新建高标准农田12万亩以上', '提高到百分之一百三十以上、新建高标准农田十二万亩以上'],
		['“审批+监管+信用”闭环', '“审批加监管加信用”闭环'],
		['2020年全市国民经济', '二零二零年全市国民经济'],
		// As the page sets them.
		['26.6 万人', '二十六点六万人'],
		['2021 结果', '二零二一年结果'],
		['城镇新增就业，2020 年', '城镇新增就业，二零二零年'],
		['25.7‰ − 2.3个千分点', '千分之二十五点七减二点三个千分点'],
		['474亿元 × (1 + 20%)', '四百七十四亿元乘以(一加百分之二十)'],
		['2022-04-25', '二零二二年四月二十五日'],
		['高新技术企业 ≥300 → 531 家', '高新技术企业至少三百，变为五百三十一家'],
		// What another plan may say.
		['2021-2025年', '二零二一到二零二五年'],
		['增长5%—6%，约3~5个，10-20%', '增长百分之五到百分之六，约三到五个，百分之十到百分之二十'],
		['下降-3.5%', '下降负百分之三点五'],
		['2年、2个、第2位、12个、2.2个、2020年2月', '两年、两个、第二位、十二个、二点二个、二零二零年二月'],
		['1,399列', '一千三百九十九列'],
		['3/4的家庭', '四分之三的家庭'],
		['0.5%', '百分之零点五']
	])('%s', (text, said) => {
		expect(spoken(text, 'zh')).toBe(said);
	});

	test.each([
		['0', '零'],
		['10', '十'],
		['12', '十二'],
		['20', '二十'],
		['101', '一百零一'],
		['110', '一百一十'],
		['200', '二百'],
		['1001', '一千零一'],
		['1010', '一千零一十'],
		['2000', '两千'],
		['2222', '两千二百二十二'],
		['10050', '一万零五十'],
		['20000', '两万'],
		['120000', '十二万'],
		['1000000', '一百万'],
		['1000001', '一百万零一'],
		['100050000', '一亿零五万'],
		['100000001', '一亿零一'],
		['220000000', '两亿两千万']
	])('%s人', (digits, said) => {
		expect(spoken(`${digits}人`, 'zh')).toBe(`${said}人`);
	});
});

describe('in English', () => {
	test.each([
		['3.3 : 38.6 : 58.1', 'three point three to thirty-eight point six to fifty-eight point one'],
		['Topic: 12 cards', 'Topic: twelve cards'],
		['In 2020, 266,000 people', 'In twenty twenty, two hundred and sixty-six thousand people'],
		[
			'National Highway G330 and Provincial Road S323',
			'National Highway G three three zero and Provincial Road S three two three'
		],
		[
			'the “8+N” industries and the “1+10+X” action',
			'the “eight plus N” industries and the “one plus ten plus X” action'
		],
		['the “531X” project', 'the “five three one X” project'],
		['C2M, 5G and 9H', 'C two M, five G and nine H'],
		['second 1688 “new wholesale city”', 'second sixteen eighty-eight “new wholesale city”'],
		['“Double Growth 2.0”', '“Double Growth two point zero”'],
		['25.7‰ − 2.3 per mille points', 'twenty-five point seven per thousand minus two point three per mille points'],
		['47.4 billion yuan × (1 + 20%)', 'forty-seven point four billion yuan times (one plus twenty percent)'],
		['High-tech firms ≥300 → 531', 'High-tech firms at least three hundred, then five hundred and thirty-one'],
		['2022-04-25', 'the twenty-fifth of April twenty twenty-two'],
		['2021–2025', 'twenty twenty-one to twenty twenty-five'],
		['5%–6%, 10–20%, -3.5%', 'five percent to six percent, ten to twenty percent, minus three point five percent'],
		[
			'35.99 square km, 1,274 km',
			'thirty-five point nine nine square kilometres, one thousand two hundred and seventy-four kilometres'
		],
		['1,005, 2005, 1900, 1906', 'one thousand and five, two thousand and five, nineteen hundred, nineteen oh six'],
		['the 1st, 2nd, 12th and 20th', 'the first, second, twelfth and twentieth'],
		['The sign ‰ means', 'The sign per mille means'],
		['0.5%', 'zero point five percent']
	])('%s', (text, said) => {
		expect(spoken(text, 'en')).toBe(said);
	});
});

test.each(locales)('no digit or sign of arithmetic is left to the engine in any card’s text, in %s', (locale) => {
	const texts = plan.cards.flatMap(({ title, body }) => [title[locale], body[locale]]);
	expect(texts.filter((text) => /[\d%+×−≥→∶]/.test(spoken(text, locale)))).toEqual([]);
});
