/**
 * A small plan of an invented city in which every rule of the content can be broken one at a time. Files are texts, as
 * an editor writes them, so that the tests can say on which line a mistake is.
 */
import { expect } from 'vitest';
import { findProblems } from '../../../src/lib/plan/load.ts';

export type Folder = ReadonlyMap<string, string>;
/** A mistake to make, or several. */
export type Change = (folder: Folder) => Folder;

const title = '样例市2030年计划执行情况与2031年计划草案的报告(摘要)';

/** The invented text: heading → sentences, s001 first. */
const sections = [
	{
		id: '2030',
		heading: '一、2030年全市计划执行情况',
		sentences: [
			'在𠮷县,样例店增至400多家,纽扣日产能增至8000万只以上。',
			'新认定样例企业426家、样例机构1175家,开行样例班列1399列。',
			'样例总值4704亿元,增长2.8%,三类样例结构为3.3∶38.6∶58.1。',
			'网上样例出口474亿元,居全省首位,样例份额为25.7‰,较上年提高2.3个千分点。',
			'样例窗口减少45%,“网上办”“掌上办”实现率分别达99.4%、95.8%。',
			'连续6年夺取“样例杯”,成为全省第二座“样例城”,新增院子1.2万个。',
			'甲项落实237亿元,乙项落实52.5亿元,样例路约50公里。',
			'推进“8+N”样例培育。'
		]
	},
	{
		id: '2031',
		heading: '二、2031年全市主要任务',
		sentences: [
			'确保新增样例企业300家、样例机构1000家、样例产品5个以上。',
			'力争网上样例出口增长20%以上,样例班列开行1500列以上。',
			'新建5G样例站5000个,新增样例机器3000台以上,新签约20亿元以上项目35个以上,把样例服务和样例保障一件一件都做到家门口。',
			'争创样例奖2个。',
			// The last sentence is on no card: tests may put any other in its place.
			''
		]
	}
];

const files: Readonly<Record<string, string>> = {
	'plan.yaml': `id: sample-2031
title: { zh: '样例市{2031}年计划', en: 'Sampleton’s plan for {2031}' }
city: { zh: 样例, en: Sampleton }
published: 2031-03-01
publisher: 样例日报
years:
  2030: { role: result, quote: 2030年全市计划执行情况 }
  2031: { role: target, quote: 2031年全市主要任务 }
citations:
  report-2032:
    title: 样例市2031年计划执行情况的报告
    publisher: 样例日报
    date: 2032-04-25
    url: https://sample.example/2032
    period: 2031
`,
	'names.yaml': `- { zh: 8+N, en: 8+N, quote: “8+N”样例培育 }
- { zh: 5G, en: 5G, quote: 5G样例站 }
`,
	'units.yaml': `家: { scale: 1, en: '' }
个: { scale: 1, en: '' }
列: { scale: 1, en: trains }
台: { scale: 1, en: '' }
年: { scale: 1, en: years }
位: { scale: 1, en: '' }
公里: { scale: 1, en: km }
万只: { scale: 10000, en: '' }
万个: { scale: 10000, en: '' }
亿元: { scale: 100000000, en: yuan }
'%': { scale: 1, en: '%' }
'‰': { scale: 1, en: '‰' }
个千分点: { scale: 1, en: per mille points }
∶: { scale: 1, en: '' }
`,
	'facts.yaml': `report-2032:
  - 新增样例企业531家
  - 新增样例机构900家
  - 招引30亿元以上项目12个
  - 样例城市建成
`,
	'topics.yaml': `topics:
  - { id: shops, name: { zh: 店铺, en: Shops }, lead: firms }
  - { id: money, name: { zh: 钱款, en: Money }, lead: output }
home: [output]
`,
	'comparisons.yaml': `firms:
  kind: pair
  figures: [firms-2030, firms-target-2031, firms-outcome-2031]
  why: { zh: 都是样例企业, en: All count sample firms }
trains:
  kind: pair
  figures: [trains-2030, trains-target-2031]
  why: { zh: 都是样例班列, en: All count sample trains }
rates:
  kind: set
  figures: [online-2030, mobile-2030]
  why: { zh: 都是实现率, en: Both are rates }
share:
  kind: pair
  figures: [share-2029, share-2030]
  why: { zh: 都是样例份额, en: Both are the sample share }
amounts:
  kind: set
  figures: [first-2030, second-2030]
  why: { zh: 不能相加, en: They are not to be added }
`,
	'figures/shops.yaml': `shops-2030:
  indicator: { zh: 样例店, en: Sample shops }
  kind: result
  value: 400
  unit: 家
  unitEn: shops
  qualifier: 多
  period: 2030
  sentence: s001
  quote: 样例店增至400多家
buttons-2030:
  indicator: { zh: 纽扣日产能, en: Buttons a day }
  kind: result
  value: 8000
  unit: 万只
  unitEn: buttons
  qualifier: 以上
  period: 2030
  sentence: s001
  quote: 纽扣日产能增至8000万只以上
firms-2030:
  indicator: { zh: 新认定样例企业, en: New sample firms }
  kind: result
  value: 426
  unit: 家
  unitEn: firms
  period: 2030
  sentence: s002
  quote: 新认定样例企业426家、样例机构1175家
institutes-2030:
  indicator: { zh: 新认定样例机构, en: New sample institutes }
  kind: result
  value: 1175
  unit: 家
  unitEn: institutes
  period: 2030
  sentence: s002
  quote: 样例机构1175家
trains-2030:
  indicator: { zh: 样例班列, en: Sample trains }
  kind: result
  value: 1399
  unit: 列
  period: 2030
  sentence: s002
  quote: 开行样例班列1399列
firms-target-2031:
  indicator: { zh: 新增样例企业, en: New sample firms }
  kind: target
  value: 300
  unit: 家
  unitEn: firms
  qualifier: 以上
  strength: 确保
  period: 2031
  sentence: s009
  quote: 确保新增样例企业300家、样例机构1000家、样例产品5个以上
products-target-2031:
  indicator: { zh: 新增样例产品, en: New sample products }
  kind: target
  value: 5
  unit: 个
  unitEn: products
  qualifier: 以上
  strength: 确保
  period: 2031
  sentence: s009
  quote: 样例产品5个以上
firms-outcome-2031:
  indicator: { zh: 新增样例企业, en: New sample firms }
  kind: outcome
  value: 531
  unit: 家
  unitEn: firms
  period: 2031
  citation: report-2032
  fact: 新增样例企业531家
institutes-outcome-2031:
  indicator: { zh: 新增样例机构, en: New sample institutes }
  kind: outcome
  value: 900
  unit: 家
  unitEn: institutes
  period: 2031
  citation: report-2032
  fact: 新增样例机构900家
trains-target-2031:
  indicator: { zh: 样例班列, en: Sample trains }
  kind: target
  value: 1500
  unit: 列
  qualifier: 以上
  period: 2031
  sentence: s010
  quote: 样例班列开行1500列以上
trains-more-2031:
  indicator: { zh: 多开样例班列, en: More sample trains }
  kind: derived
  value: 101
  unit: 列
  qualifier: 以上
  period: 2031
  formula: '{trains-target-2031} - {trains-2030}'
stations-2031:
  indicator: { zh: '{5G}样例站', en: '{5G} sample stations' }
  kind: target
  value: 5000
  unit: 个
  unitEn: stations
  period: 2031
  sentence: s011
  quote: 新建5G样例站5000个
machines-2031:
  indicator: { zh: 新增样例机器, en: New sample machines }
  kind: target
  value: 3000
  unit: 台
  unitEn: machines
  qualifier: 以上
  period: 2031
  sentence: s011
  quote: 新增样例机器3000台以上
projects-2031:
  indicator: { zh: '{project-size-2031}的项目', en: 'Projects of {project-size-2031}' }
  kind: target
  value: 35
  unit: 个
  unitEn: projects
  qualifier: 以上
  period: 2031
  sentence: s011
  quote: 新签约20亿元以上项目35个以上
project-size-2031:
  indicator: { zh: 项目门槛, en: Smallest project counted }
  kind: target
  value: 20
  unit: 亿元
  qualifier: 以上
  period: 2031
  sentence: s011
  quote: 新签约20亿元以上项目
prizes-2031:
  indicator: { zh: 样例奖, en: Sample prizes }
  kind: target
  value: 2
  unit: 个
  unitEn: prizes
  strength: 争创
  period: 2031
  sentence: s012
  quote: 争创样例奖2个
`,
	'figures/money.yaml': `output-2030:
  indicator: { zh: 样例总值, en: Sample output }
  kind: result
  value: 4704
  unit: 亿元
  period: 2030
  sentence: s003
  quote: 样例总值4704亿元
output-growth-2030:
  indicator: { zh: 样例总值增速, en: Growth of sample output }
  kind: result
  value: 2.8
  unit: '%'
  qualifier: 增长
  period: 2030
  sentence: s003
  quote: 样例总值4704亿元,增长2.8%
mix-2030:
  indicator: { zh: 三类样例结构, en: Make-up of the sample }
  kind: composition
  value: [3.3, 38.6, 58.1]
  unit: ∶
  parts:
    - { zh: 甲类, en: First kind }
    - { zh: 乙类, en: Second kind }
    - { zh: 丙类, en: Third kind }
  period: 2030
  sentence: s003
  quote: 三类样例结构为3.3∶38.6∶58.1
exports-2030:
  indicator: { zh: 网上样例出口, en: Online sample exports }
  kind: result
  value: 474
  unit: 亿元
  period: 2030
  sentence: s004
  quote: 网上样例出口474亿元
exports-rank-2030:
  indicator: { zh: 网上样例出口位次, en: Rank by online sample exports }
  kind: rank
  value: 1
  unit: 位
  reads: 首位
  shownEn: first in the province
  period: 2030
  sentence: s004
  quote: 网上样例出口474亿元,居全省首位
share-2030:
  indicator: { zh: 样例份额, en: Sample share }
  kind: result
  value: 25.7
  unit: '‰'
  period: 2030
  sentence: s004
  quote: 样例份额为25.7‰
share-rise-2030:
  indicator: { zh: 样例份额的提高, en: Rise of the sample share }
  kind: result
  value: 2.3
  unit: 个千分点
  qualifier: 提高
  period: 2030
  sentence: s004
  quote: 较上年提高2.3个千分点
share-2029:
  indicator: { zh: 上年的样例份额, en: Sample share the year before }
  kind: derived
  value: 23.4
  unit: '‰'
  period: 2029
  formula: '{share-2030} - {share-rise-2030}'
windows-2030:
  indicator: { zh: 样例窗口, en: Sample windows }
  kind: result
  value: 45
  unit: '%'
  qualifier: 减少
  period: 2030
  sentence: s005
  quote: 样例窗口减少45%
online-2030:
  indicator: { zh: 网上办实现率, en: Done online }
  kind: result
  value: 99.4
  unit: '%'
  period: 2030
  sentence: s005
  quote: “网上办”“掌上办”实现率分别达99.4%、95.8%
mobile-2030:
  indicator: { zh: 掌上办实现率, en: Done on a phone }
  kind: result
  value: 95.8
  unit: '%'
  period: 2030
  sentence: s005
  quote: “网上办”“掌上办”实现率分别达99.4%、95.8%
cup-2030:
  indicator: { zh: 夺取样例杯, en: Sample cup won }
  kind: streak
  value: 6
  unit: 年
  qualifier: 连续
  period: 2030
  sentence: s006
  quote: 连续6年夺取“样例杯”
yards-2030:
  indicator: { zh: 新增院子, en: New yards }
  kind: result
  value: 1.2
  unit: 万个
  unitEn: yards
  period: 2030
  sentence: s006
  quote: 新增院子1.2万个
first-2030:
  indicator: { zh: 甲项, en: First item }
  kind: result
  value: 237
  unit: 亿元
  period: 2030
  sentence: s007
  quote: 甲项落实237亿元
second-2030:
  indicator: { zh: 乙项, en: Second item }
  kind: result
  value: 52.5
  unit: 亿元
  period: 2030
  sentence: s007
  quote: 乙项落实52.5亿元
road-2030:
  indicator: { zh: 样例路, en: Sample road }
  kind: result
  value: 50
  unit: 公里
  qualifier: 约
  period: 2030
  sentence: s007
  quote: 样例路约50公里
exports-growth-2031:
  indicator: { zh: 网上样例出口, en: Online sample exports }
  kind: target
  value: 20
  unit: '%'
  qualifier: 增长…以上
  strength: 力争
  period: 2031
  sentence: s010
  quote: 力争网上样例出口增长20%以上
exports-level-2031:
  indicator: { zh: 网上样例出口, en: Online sample exports }
  kind: derived
  value: 568.8
  unit: 亿元
  qualifier: 以上
  period: 2031
  formula: '{exports-2030} * (1 + {exports-growth-2031})'
`,
	'cards/shops.yaml': `- id: firms
  kind: number
  title: { zh: '样例企业，|新增不少', en: 'Sample firms, |and more' }
  hero: firms-outcome-2031
  body:
    zh: '{2030}年新认定{firms-2030}，{2031}年要新增{firms-target-2031}。'
    en: 'There were {firms-2030} in {2030}; {firms-target-2031} were planned for {2031}.'
  chart: { type: bar, comparison: firms, caption: { zh: 单位：家, en: Number of firms } }
  quote: 确保新增样例企业300家
  sentences: [s002, s009]
- id: shops
  kind: number
  also: [money]
  title: { zh: 样例店更多了, en: More sample shops }
  tiles: [shops-2030, buttons-2030, institutes-2030, institutes-outcome-2031, products-target-2031]
  body: { zh: 这是一些样例数字。, en: These are sample numbers. }
  quote: 样例店增至400多家
  sentences: [s001, s002, s009]
- id: trains
  kind: number
  title: { zh: 样例班列要多开, en: More sample trains }
  hero: trains-target-2031
  body: { zh: '推算要多开{trains-more-2031}。', en: 'That is {trains-more-2031} more.' }
  chart: { type: bar, comparison: trains, caption: { zh: 单位：列, en: Number of trains } }
  quote: 样例班列开行1500列以上
  sentences: [s002, s010]
- id: tasks
  kind: list
  title: { zh: 样例任务, en: Sample tasks }
  items:
    - { state: doing, zh: '争创{prizes-2031}样例奖', en: 'Compete for {prizes-2031}' }
    - { state: done, zh: '推进“{8+N}”样例培育', en: 'Pushed ahead with “{8+N}”' }
  quote: 争创样例奖2个
  sentences: [s008, s012]
- id: stations
  kind: number
  title: { zh: '新建{5G}样例站', en: 'New {5G} sample stations' }
  tiles: [stations-2031, machines-2031, projects-2031]
  body: { zh: 这些数字不能相比。, en: These are not to be compared. }
  quote: 新建5G样例站5000个
  sentences: [s011]
`,
	'cards/money.yaml': `- id: output
  kind: number
  title: { zh: 样例总值, en: Sample output }
  hero: output-2030
  body: { zh: '样例总值比上年{output-growth-2030}。', en: 'Sample output went {output-growth-2030}.' }
  chart: { type: doughnut, figure: mix-2030, caption: { zh: 三类之比, en: Three kinds } }
  quote: 样例总值4704亿元
  sentences: [s003]
- id: exports
  kind: number
  title: { zh: '样例出口居全省{exports-rank-2030}', en: 'Sample exports: {exports-rank-2030}' }
  tiles: [exports-2030, exports-growth-2031]
  body: { zh: '推算到{2031}年是{exports-level-2031}。', en: 'That makes {exports-level-2031} in {2031}.' }
  quote: 网上样例出口474亿元
  sentences: [s004, s010]
- id: share
  kind: number
  title: { zh: 样例份额, en: Sample share }
  hero: share-2030
  body: { zh: '比上年{share-rise-2030}。', en: 'It went {share-rise-2030}.' }
  chart: { type: bar, comparison: share, caption: { zh: 单位：‰, en: In ‰ } }
  quote: 样例份额为25.7‰
  sentences: [s004]
- id: rates
  kind: number
  title: { zh: 样例实现率, en: Sample rates }
  hero: windows-2030
  body: { zh: 各有各的分母。, en: Each has its own base. }
  chart: { type: rates, comparison: rates, caption: { zh: 实现率, en: Rates } }
  quote: 样例窗口减少45%
  sentences: [s005]
- id: cup
  kind: number
  title: { zh: 样例杯, en: Sample cup }
  hero: cup-2030
  body: { zh: '新增院子{yards-2030}。', en: '{yards-2030} were added.' }
  quote: 连续6年夺取“样例杯”
  sentences: [s006]
- id: amounts
  kind: number
  title: { zh: 两项落实了, en: Two items paid }
  tiles: [first-2030, second-2030, road-2030]
  body: { zh: 两项不能相加。, en: They are not added. }
  chart: { type: bar, comparison: amounts, caption: { zh: 单位：亿元, en: In yuan } }
  quote: 甲项落实237亿元
  sentences: [s007]
`,
	'omitted.yaml': `- sentence: s013
  reason: { zh: 只是套话, en: A set phrase }
`,
	'updates/2032-04-25-firms.yaml': `kind: number
date: 2032-04-25
topics: [shops]
cards: [firms]
title: { zh: 样例企业超过目标, en: Sample firms beat the target }
body: { zh: '新增{firms-outcome-2031}。', en: 'There are {firms-outcome-2031} more.' }
citation: report-2032
notify: true
outcomes:
  - { target: firms-target-2031, outcome: firms-outcome-2031, status: exceeded }
  - { target: s013, outcome: { zh: 样例城市建成, en: The sample city is built }, status: met }
  - { outcome: institutes-outcome-2031, status: no-target }
`
};

/** The whole folder, valid; then the changes one after the other. */
export function testFolder(...changes: Change[]): Folder {
	const { source, outline } = sourceAndOutline();
	const valid: Folder = new Map([['source.txt', source], ['outline.yaml', outline], ...Object.entries(files)]);
	return changes.reduce<Folder>((folder, change) => change(folder), valid);
}

/** Replaces words that stand in a file exactly once. With `within`, the first ones after a line that begins like that. */
export function replace(file: string, from: string, to: string, within = ''): Change {
	return (folder) => {
		const text = folder.get(file) ?? '';
		const begin = within === '' ? 0 : `\n${text}`.indexOf(`\n${within}`);
		const at = text.indexOf(from, begin);
		if (begin === -1 || at === -1) throw new Error(`“${from}” does not stand in ${file} (${within})`);
		if (within === '' && text.includes(from, at + 1))
			throw new Error(`“${from}” stands in ${file} more than once: say within what`);
		return new Map([...folder, [file, text.slice(0, at) + to + text.slice(at + from.length)]]);
	};
}

export function append(file: string, lines: string): Change {
	return (folder) => new Map([...folder, [file, (folder.get(file) ?? '') + lines]]);
}

export function remove(file: string): Change {
	return (folder) => new Map([...folder].filter(([name]) => name !== file));
}

/** A figure nobody needs, with all that a figure has; `lines` override. It is named on a card of all sentences. */
export function addFigure(id: string, lines: Record<string, string>): Change {
	const entry = { indicator: '{ zh: 新数字, en: New number }', kind: 'result', period: '2030', ...lines };
	const yaml = Object.entries(entry).map(([key, value]) => `  ${key}: ${value}`);
	const card = `- id: new-${id}
  kind: number
  title: { zh: 新卡片, en: New card }
  hero: ${id}
  body: { zh: 新文字。, en: New words. }
  quote: 样例总值4704亿元
  sentences: [s001, s002, s003, s004, s005, s006, s007, s008, s009, s010, s011, s012${lines['sentence'] === 's013' ? ', s013' : ''}]
`;
	return (folder) =>
		append('cards/money.yaml', card)(append('figures/money.yaml', `${id}:\n${yaml.join('\n')}\n`)(folder));
}

/** Another last sentence (s013), which is then no longer left off. */
export function lastSentence(sentence: string): Change {
	return (folder) => {
		const { source, outline } = sourceAndOutline(sentence);
		return new Map([...folder, ['source.txt', source], ['outline.yaml', outline], ['omitted.yaml', '[]\n']]);
	};
}

/** The line in a file that holds the words; with `within`, the first one after a line that begins like that. */
export function lineOf(folder: Folder, file: string, words: string, within = ''): number {
	const lines = (folder.get(file) ?? '').split('\n');
	const from = within === '' ? 0 : lines.findIndex((line) => line.startsWith(within));
	const at = lines.findIndex((line, index) => index >= from && line.includes(words));
	if (from === -1 || at === -1) throw new Error(`“${words}” does not stand in ${file}`);
	return at + 1;
}

export interface Expected {
	file: string;
	/** Words on the line; or the line of them after a line that begins like the second. */
	at: string | readonly [words: string, within: string];
	what: RegExp;
	mend: RegExp;
}

/** The changes break exactly one rule, and the editor is told where, what and how to mend it. */
export function expectProblem(changes: readonly Change[], { file, at, what, mend }: Expected): void {
	const folder = testFolder(...changes);
	const [words, within] = typeof at === 'string' ? [at, ''] : at;
	expect(findProblems(folder)).toEqual([
		{
			file,
			line: lineOf(folder, file, words, within),
			what: expect.stringMatching(what) as string,
			mend: expect.stringMatching(mend) as string
		}
	]);
}

function sourceAndOutline(last = '做好样例工作。'): { source: string; outline: string } {
	let source = `${title}\n\n发布日期: 2031-03-01\n\n`;
	let outline = '';
	let count = 0;
	for (const { id, heading, sentences } of sections) {
		const start = source.length;
		source += `${heading}\n\n`;
		const listed = sentences.map((sentence) => {
			const at = source.length;
			source += sentence === '' ? last : sentence;
			count += 1;
			return `    - { id: s${String(count).padStart(3, '0')}, start: ${at}, end: ${source.length} }\n`;
		});
		outline += `- id: '${id}'\n  heading: ${heading}\n  start: ${start}\n  end: ${source.length}\n  sentences:\n${listed.join('')}`;
		source += '\n\n';
	}
	return { source: source.trimEnd(), outline };
}
