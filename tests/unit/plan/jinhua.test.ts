/**
 * The real plan. Its text was read by hand for these tables, independently of the content files: they say what the text
 * says, so that a figure that was forgotten, invented or weakened fails here.
 */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { contentFolder, readFolder } from '../../../src/commands/content-folder.ts';
import { coverage } from '../../../src/lib/plan/coverage.ts';
import { findProblems, loadPlan } from '../../../src/lib/plan/load.ts';
import type { Figure, Quotation } from '../../../src/lib/plan/plan.ts';
import { planSchema } from '../../../src/lib/plan/plan-schema.ts';
import { looseDigits } from '../../../src/lib/plan/text.ts';

const folder = await readFolder(contentFolder);
const { plan, lookup } = loadPlan(folder);
const { text } = plan.source;

/** Every true figure of the text in its order: words of the quote that only it has, and what it is. */
const inTheText: readonly (readonly [
	words: string,
	kind: Figure['kind'],
	value: number | number[],
	unit: string,
	qualifier?: string,
	strength?: string
])[] = [
	['防疫物资生产企业增至400多家', 'result', 400, '家', '多'],
	['口罩日产能增至8000万只以上', 'result', 8000, '万只', '以上'],
	['20条政策意见', 'result', 20, '条'],
	['“五减”金额237亿元', 'result', 237, '亿元'],
	['“两直”资金52.5亿元', 'result', 52.5, '亿元'],
	['招商引资10条', 'result', 10, '条'],
	['市县长项目29个', 'result', 29, '个'],
	['生产总值4704亿元', 'result', 4704, '亿元'],
	['增长2.8%', 'result', 2.8, '%', '增长'],
	['3.3∶38.6∶58.1', 'composition', [3.3, 38.6, 58.1], '∶'],
	['国家高新技术企业426家', 'result', 426, '家'],
	['省科技型中小企业1175家', 'result', 1175, '家'],
	['省级新型研发机构1家', 'result', 1, '家'],
	['重点实验室3家', 'result', 3, '家'],
	['省级工业互联网平台6家', 'result', 6, '家'],
	['省级数字化车间智能工厂18家', 'result', 18, '家'],
	['快递业务量居全国首位', 'rank', 1, '位'],
	['全国淘宝直播十强城市', 'rank', 10, '强'],
	['减少45%', 'result', 45, '%', '减少'],
	['实现率分别达99.4%', 'result', 99.4, '%'],
	['95.8%', 'result', 95.8, '%'],
	['“最多80天”实现率100%', 'result', 100, '%'],
	['13个高质量发展主平台', 'result', 13, '个'],
	['新产业平台2个', 'result', 2, '个'],
	['未来社区试点7个', 'result', 7, '个'],
	['省级特色小镇3个', 'result', 3, '个'],
	['35.99平方公里', 'result', 35.99, '平方公里'],
	['双综保区', 'result', 2, '个'],
	['(义新欧)开行1399列', 'result', 1399, '列'],
	['跨境网络零售出口474亿元', 'result', 474, '亿元'],
	['亿元,居全省首位', 'rank', 1, '位'],
	['占全国份额为25.7‰', 'result', 25.7, '‰'],
	['提高2.3个千分点', 'result', 2.3, '个千分点', '提高'],
	['居全省第一', 'rank', 1, '位'],
	['第一和第二位', 'rank', 2, '位'],
	['粮食总产量增长3.9%', 'result', 3.9, '%', '增长'],
	['%,居全省第二位', 'rank', 2, '位'],
	['新增面积8.7万亩', 'result', 8.7, '万亩'],
	['投资25.4亿元', 'result', 25.4, '亿元'],
	['精品村100个', 'result', 100, '个'],
	['美丽庭院1.2万个', 'result', 1.2, '万个'],
	['危房改造1782户', 'result', 1782, '户'],
	['“四好农村路”1274公里', 'result', 1274, '公里'],
	['连续6年', 'streak', 6, '年', '连续'],
	['城镇新增就业26.6万人', 'result', 26.6, '万人'],
	['650户生活困难老人家庭', 'result', 650, '户'],
	['四连冠', 'streak', 4, '冠'],
	['连续14年', 'streak', 14, '年', '连续'],
	['新增国家高新技术企业300家', 'target', 300, '家', '以上', '确保'],
	['省科技型中小企业1000家', 'target', 1000, '家', '以上', '确保'],
	['省级首台(套)产品5个以上', 'target', 5, '个', '以上', '确保'],
	['5G基站5000个', 'target', 5000, '个'],
	['工业机器人3000台以上', 'target', 3000, '台', '以上'],
	['20亿元以上项目', 'target', 20, '亿元', '以上'],
	['项目35个以上', 'target', 35, '个', '以上'],
	['落地率60%以上', 'target', 60, '%', '以上', '确保'],
	['班列开行1500列以上', 'target', 1500, '列', '以上'],
	['跨境网络零售出口增长20%以上', 'target', 20, '%', '增长…以上', '力争'],
	['2套9H燃机机组', 'target', 2, '套'],
	['新增贷款1200亿元以上', 'target', 1200, '亿元', '以上', '力争'],
	['50平方公里城市功能区', 'target', 50, '平方公里'],
	['复种指数提高到130%以上', 'target', 130, '%', '以上', '确保'],
	['高标准农田12万亩以上', 'target', 12, '万亩', '以上', '确保'],
	['生猪存栏量增至100万头', 'target', 100, '万头']
];

const quoted = plan.figures.filter(
	(figure): figure is Figure & { evidence: Quotation } => figure.evidence !== undefined && 'quote' in figure.evidence
);

function find(words: string, value: number | number[], unit: string): Figure[] {
	return quoted.filter(
		(figure) =>
			figure.evidence.quote.includes(words) &&
			figure.unit === unit &&
			JSON.stringify(figure.value) === JSON.stringify(value)
	);
}

describe('the plan of Jinhua', () => {
	test('breaks no rule', () => {
		expect(findProblems(folder)).toEqual([]);
	});

	test('keeps the published text byte for byte', () => {
		const pinned = '6c584ee01c4550a901937229cf8e8e78d3f1fb783c7c0d83d4c2b822bd6cc156';
		expect(
			createHash('sha256')
				.update(folder.get('source.txt') ?? '')
				.digest('hex')
		).toBe(pinned);
		expect(plan.source.sha256).toBe(pinned);
	});

	test('accounts for 131 of 131 sentences', () => {
		const { sentences, onCards, leftOff, withoutEvidence } = coverage(plan);
		expect(sentences).toBe(131);
		expect(onCards + leftOff).toBe(131);
		expect(withoutEvidence).toBe(0);
		expect(text.match(/。/g)).toHaveLength(131);
	});

	test('numbers its sentences in order, each ending in 。', () => {
		expect(plan.sentences.map(({ id }) => id)).toEqual(
			Array.from({ length: 131 }, (_, index) => `s${String(index + 1).padStart(3, '0')}`)
		);
		for (const { start, end } of plan.sentences) expect(text.slice(start, end)).toMatch(/^[^。\s][^。]*。$/);
	});

	test('has the 13 topics in their order', () => {
		expect(plan.topics.map(({ id }) => id)).toEqual([
			'jobs',
			'education',
			'healthcare',
			'environment',
			'transport',
			'economy',
			'innovation',
			'trade',
			'reform',
			'city',
			'rural',
			'welfare',
			'safety'
		]);
	});

	test('is what its published schema describes', () => {
		const fits = new Ajv2020({ allErrors: true, formats: { uri: (address: string) => URL.canParse(address) } }).compile(
			planSchema
		);
		expect(fits(JSON.parse(JSON.stringify(plan))) ? [] : fits.errors).toEqual([]);
	});
});

describe('each quote of the plan', () => {
	test.each(quoted.map(({ id, evidence }) => [id, evidence] as const))(
		'stands at its offsets, in its sentence: %s',
		(_, evidence) => {
			const { start, end, quote } = evidence;
			expect(text.slice(start, end)).toBe(quote);
			const sentence = plan.sentences.find(({ id }) => id === evidence.sentence);
			expect(sentence && sentence.start <= start && end <= sentence.end).toBe(true);
		}
	);

	test('at the foot of a card stands in one of the card’s sentences', () => {
		for (const { quote, sentences } of plan.cards) {
			if (quote === undefined) continue;
			const texts = plan.sentences
				.filter(({ id }) => sentences.includes(id))
				.map(({ start, end }) => text.slice(start, end));
			expect(texts.some((sentence) => sentence.includes(quote))).toBe(true);
		}
	});
});

describe('each true figure of the text', () => {
	test.each(inTheText.map(([words, ...rest]) => ({ words, rest })))(
		'is there, as the text says it: $words',
		({ words, rest }) => {
			const [kind, value, unit, qualifier, strength] = rest;
			const [figure, ...others] = find(words, value, unit);
			expect(others.map(({ id }) => id)).toEqual([]);
			expect([figure?.kind, figure?.qualifier, figure?.strength]).toEqual([kind, qualifier, strength]);
		}
	);

	test('is there, and no other one is', () => {
		const known = new Set(inTheText.flatMap(([words, , value, unit]) => find(words, value, unit).map(({ id }) => id)));
		expect(quoted.map(({ id }) => id).filter((id) => !known.has(id))).toEqual([]);
		expect(quoted).toHaveLength(inTheText.length);
	});

	test('or a name is what each digit of the text belongs to', () => {
		const claimed = new Set<number>();
		const claim = (words: string, from: number, to: number): void => {
			for (let at = text.indexOf(words, from); at !== -1 && at + words.length <= to; at = text.indexOf(words, at + 1)) {
				for (let index = at; index < at + words.length; index++) claimed.add(index);
			}
		};
		for (const { value, evidence } of quoted)
			claim(Array.isArray(value) ? value.join('∶') : String(value), evidence.start, evidence.end);
		for (const { zh } of lookup.content.names.value) claim(zh, 0, text.length);
		claim('2020年', 0, text.length);
		const unclaimed = plan.sentences.flatMap(({ start, end }) =>
			[...text.slice(start, end).matchAll(/\d/g)].flatMap(({ index }) =>
				claimed.has(start + index) ? [] : [text.slice(start + index - 8, start + index + 8)]
			)
		);
		expect(unclaimed).toEqual([]);
	});
});

describe('what was worked out', () => {
	test('are these three numbers and no others, each with its formula', () => {
		const derived = plan.figures.filter(({ kind }) => kind === 'derived');
		const valueOf = (id: string) => plan.figures.find((figure) => figure.id === id)?.value;
		expect(derived.map(({ value, unit, qualifier, inputs }) => [value, unit, qualifier, inputs?.map(valueOf)])).toEqual(
			expect.arrayContaining([
				[23.4, '‰', undefined, [25.7, 2.3]],
				[568.8, '亿元', '以上', [474, 20]],
				[101, '列', '以上', [1500, 1399]]
			])
		);
		expect(derived).toHaveLength(3);
		for (const { formula, evidence } of derived) {
			expect(formula).toBeDefined();
			expect(evidence).toBeUndefined();
		}
	});
});

describe('a figure as it is shown', () => {
	test.each([
		['400多家', 'more than 400 firms'],
		['8000万只以上', 'at least 80 million masks'],
		['4704亿元', '470.4 billion yuan'],
		['增长2.8%', 'up 2.8%'],
		['3.3∶38.6∶58.1', '3.3 : 38.6 : 58.1'],
		['26.6万人', '266,000 people'],
		['减少45%', 'down 45%'],
		['25.7‰', '25.7‰'],
		['23.4‰', '23.4‰'],
		['1500列以上', 'at least 1,500 trains'],
		['101列以上', 'at least 101 trains'],
		['增长20%以上', 'up at least 20%'],
		['568.8亿元以上', 'at least 56.88 billion yuan'],
		['1200亿元以上', 'at least 120 billion yuan'],
		['130%以上', 'at least 130%'],
		['8.7万亩', '87,000 mu'],
		['100万头', '1 million pigs'],
		['连续14年', '14 years in a row'],
		['四连冠', 'four in a row']
	])('%s reads “%s” in English', (zh, en) => {
		expect(plan.figures.filter(({ shown }) => shown.zh === zh).map(({ shown }) => shown.en)).toEqual([en]);
	});

	test('never drops its 以上 or 多', () => {
		for (const { qualifier, shown } of plan.figures) {
			if (qualifier?.includes('以上'))
				expect(shown).toEqual({
					zh: expect.stringMatching(/以上$/) as string,
					en: expect.stringContaining('at least') as string
				});
			if (qualifier?.includes('多'))
				expect(shown).toEqual({
					zh: expect.stringContaining('多') as string,
					en: expect.stringContaining('more than') as string
				});
		}
	});
});

describe('what became of the targets', () => {
	const outcomes = plan.updates.flatMap(({ outcomes }) => outcomes ?? []);
	const reached = outcomes.filter(({ status }) => status !== 'no-target');
	const figure = (id: unknown) => plan.figures.find((one) => one.id === id);
	const sentence = (id: unknown) => {
		const found = plan.sentences.find((one) => one.id === id);
		return text.slice(found?.start, found?.end);
	};

	test('all comes from the report of 2022-04-25', () => {
		expect(new Set(plan.updates.map(({ date, citation }) => `${date} ${citation.date} ${citation.url}`))).toEqual(
			new Set(['2022-04-25 2022-04-25 http://www.jinhua.gov.cn/art/2022/4/25/art_1229622701_60237147.html'])
		);
	});

	test('531 firms exceed the target of at least 300', () => {
		const outcome = reached.find(({ status }) => status === 'exceeded');
		expect(figure(outcome?.target)).toMatchObject({ value: 300, qualifier: '以上', strength: '确保' });
		expect(figure(outcome?.outcome)).toMatchObject({ value: 531, unit: '家' });
	});

	test('of the three routes of one promise two are reported: partly', () => {
		const outcome = reached.find(({ status }) => status === 'partly');
		expect(sentence(outcome?.target)).toContain('确保金台铁路、G330国道永康段、S323省道磐安段等项目建成通车');
		const words = outcome?.outcome;
		expect(typeof words === 'object' ? words.zh : '').toContain('试运行');
	});

	test('the expressway that was nearly done is done', () => {
		const outcome = reached.find(({ status }) => status === 'met');
		expect(sentence(outcome?.target)).toContain('金兰快速路即将完工');
	});

	test('no other target is called reached, and none is called missed: what was not checked is not said', () => {
		expect(reached.map(({ status }) => status).sort()).toEqual(['exceeded', 'met', 'partly']);
	});

	test.each([
		[5355.4, '亿元'],
		[9.8, '%'],
		[21.3, '%'],
		[55880, '元'],
		[10.5, '%'],
		[230, '亿元'],
		[143.7, '万户'],
		[6, '家'],
		[115, '个'],
		[25, '个'],
		[16, '%'],
		[25.2, '%'],
		[117, '名'],
		[126, '个']
	])('%s%s stands without a target', (value, unit) => {
		const told = outcomes.filter(({ outcome }) => figure(outcome)?.value === value && figure(outcome)?.unit === unit);
		expect(told.map(({ status, target }) => ({ status, target }))).toEqual([
			{ status: 'no-target', target: undefined }
		]);
	});
});

describe('the cards', () => {
	test('are between 60 and 90', () => {
		expect(plan.cards.length).toBeGreaterThanOrEqual(60);
		expect(plan.cards.length).toBeLessThanOrEqual(90);
	});

	test('hold no digit of their own, in any file', () => {
		const loose: string[] = [];
		const walk = (value: unknown): void => {
			if (typeof value !== 'object' || value === null) return;
			for (const [key, member] of Object.entries(value)) {
				if ((key === 'zh' || key === 'en') && typeof member === 'string') loose.push(...looseDigits(member));
				else walk(member);
			}
		};
		for (const { value } of [
			...lookup.content.cards,
			...lookup.content.updates,
			lookup.content.comparisons,
			lookup.content.omitted,
			lookup.content.topics
		])
			walk(value);
		expect(loose).toEqual([]);
	});

	test('say what the plan does not say: no number for education and healthcare, none for jobs in 2021', () => {
		const gaps = new Set(plan.cards.filter(({ kind }) => kind === 'gap').map(({ topic }) => topic));
		expect([...gaps]).toEqual(expect.arrayContaining(['education', 'healthcare', 'jobs', 'economy']));
	});

	test('show on the home deck that some indicators fell short', () => {
		const caveat = plan.cards.find(({ kind }) => kind === 'caveat');
		expect(caveat?.quote).toContain('差距');
		expect(lookup.content.topics.value.home).toContain(caveat?.id);
	});

	test('chart only what the text honestly supports', () => {
		const value = (id: string) => plan.figures.find((figure) => figure.id === id)?.value;
		const charts = plan.cards.flatMap(({ chart }) => (chart ? [JSON.stringify(chart.figures.map(value))] : []));
		const allowed = [
			[[3.3, 38.6, 58.1]],
			[426, 300, 531],
			[1175, 1000],
			[1399, 1500],
			[474, 568.8],
			[23.4, 25.7],
			[99.4, 95.8, 100],
			[1, 3, 6, 18],
			[237, 52.5]
		];
		expect(charts.filter((chart) => !allowed.some((one) => JSON.stringify(one) === chart))).toEqual([]);
	});
});
