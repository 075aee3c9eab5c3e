import { describe, expect, test } from 'vitest';
import { findProblems } from '../../../src/lib/plan/load.ts';
import { addFigure, append, expectProblem, replace, testFolder, type Change } from './folder.ts';

const shops = 'figures/shops.yaml';
const money = 'figures/money.yaml';

/** Changes one line of a figure. */
const set = (file: string, figure: string, from: string, to: string): Change => replace(file, from, to, `${figure}:`);

describe('a quote', () => {
	test('stands in the text word for word', () => {
		expectProblem([set(shops, 'trains-2030', '开行样例班列1399列', '开行了样例班列1399列')], {
			file: shops,
			at: ['quote:', 'trains-2030:'],
			what: /quote does not stand in s002/,
			mend: /copy it from: 新认定样例企业426家/
		});
	});

	test('stands in the sentence that the figure names, not in another', () => {
		expectProblem([set(shops, 'buttons-2030', 's001', 's002')], {
			file: shops,
			at: ['quote:', 'buttons-2030:'],
			what: /quote does not stand in s002/,
			mend: /write sentence: s001/
		});
	});

	test('belongs to a sentence that exists', () => {
		const problems = findProblems(testFolder(set(shops, 'prizes-2031', 's012', 's099')));
		expect(problems.map(({ what }) => what)).toContain('there is no sentence s099');
	});

	test('stands only once, so that its place is certain', () => {
		expectProblem([set(shops, 'trains-2030', '开行样例班列1399列', '样例')], {
			file: shops,
			at: ['quote:', 'trains-2030:'],
			what: /more than once/,
			mend: /longer/
		});
	});

	test.each([
		['another number', '1176'],
		['the end of a longer number', '175'],
		['the beginning of a longer number', '117'],
		['a rounded number', '1180']
	])('holds the number, not %s', (_, value) => {
		expectProblem([set(shops, 'institutes-2030', '1175', value)], {
			file: shops,
			at: ['quote:', 'institutes-2030:'],
			what: new RegExp(`number ${value} is not in the quote`),
			mend: /of kind derived, with its formula/
		});
	});

	test('does not give one number of a ratio', () => {
		expectProblem(
			[addFigure('first-kind', { value: '3.3', unit: '∶', sentence: 's003', quote: '三类样例结构为3.3∶38.6∶58.1' })],
			{
				file: money,
				at: ['quote:', 'first-kind:'],
				what: /3\.3 is not in the quote/,
				mend: /./
			}
		);
	});

	test('of a composition uses the ratio sign ∶, which is no colon', () => {
		expectProblem([set(money, 'mix-2030', '3.3∶38.6∶58.1', '3.3:38.6:58.1')], {
			file: money,
			at: ['quote:', 'mix-2030:'],
			what: /quote does not stand in s003/,
			mend: /3\.3∶38\.6∶58\.1/
		});
	});

	test('holds the number with its unit only once', () => {
		expectProblem(
			[
				append('facts.yaml', '  - 招引12个、建成12个\n'),
				addFigure('twice', {
					kind: 'outcome',
					value: '12',
					unit: '个',
					period: '2031',
					citation: 'report-2032',
					fact: '招引12个、建成12个'
				})
			],
			{ file: money, at: ['fact:', 'twice:'], what: /12个 stands twice/, mend: /fewer words/ }
		);
	});
});

describe('a unit', () => {
	test('is one that units.yaml declares', () => {
		expectProblem([set(shops, 'institutes-2030', 'unit: 家', 'unit: 间')], {
			file: shops,
			at: ['unit: 间', 'institutes-2030:'],
			what: /unit “间” is unknown/,
			mend: /units\.yaml/
		});
	});

	test.each([
		['another one', shops, 'institutes-2030', 'unit: 家', 'unit: 个'],
		['one without its multiplier', money, 'yards-2030', 'unit: 万个', 'unit: 个'],
		['% for ‰', money, 'share-2030', "unit: '‰'", "unit: '%'"],
		['the beginning of a longer one', money, 'share-rise-2030', 'unit: 个千分点', 'unit: 个']
	])('is the one in the text, not %s', (_, file, figure, from, to) => {
		const problems = findProblems(testFolder(set(file, figure, from, to)));
		expect(problems).toContainEqual({
			file,
			line: expect.any(Number) as number,
			what: expect.stringMatching(/the quote does not give .+ in “.+”/) as string,
			mend: 'use the unit that stands after the number.'
		});
	});
});

describe('a qualifier', () => {
	test.each([
		['以上', shops, 'buttons-2030', '  qualifier: 以上\n'],
		['以上', shops, 'machines-2031', '  qualifier: 以上\n'],
		['多', shops, 'shops-2030', '  qualifier: 多\n'],
		['增长', money, 'output-growth-2030', '  qualifier: 增长\n'],
		['减少', money, 'windows-2030', '  qualifier: 减少\n'],
		['约', money, 'road-2030', '  qualifier: 约\n'],
		['连续', money, 'cup-2030', '  qualifier: 连续\n']
	])('%s that the text says is not left out (%s, %s)', (word, file, figure, line) => {
		expectProblem([set(file, figure, line, '')], {
			file,
			at: ['value:', `${figure}:`],
			what: new RegExp(`text says “${word}” with this number and the figure leaves it out`),
			mend: new RegExp(`add qualifier: ${word}\\.`)
		});
	});

	test('提高 that the text says is not left out', () => {
		const problems = findProblems(testFolder(set(money, 'share-rise-2030', '  qualifier: 提高\n', '')));
		expect(problems.map(({ what }) => what)).toContain(
			'the text says “提高” with this number and the figure leaves it out'
		);
	});

	test('is not left out in half: 增长…以上 is both', () => {
		const problems = findProblems(
			testFolder(set(money, 'exports-growth-2031', 'qualifier: 增长…以上', 'qualifier: 增长'))
		);
		expect(problems.map(({ what }) => what)).toContain(
			'the text says “以上” with this number and the figure leaves it out'
		);
	});

	test.each(['以上', '多', '增长', '提高', '减少', '约', '连续'])(
		'%s that the text does not say is not invented',
		(word) => {
			expectProblem([set(shops, 'institutes-2030', '  unitEn', `  qualifier: ${word}\n  unitEn`)], {
				file: shops,
				at: ['qualifier:', 'institutes-2030:'],
				what: new RegExp(`quote does not say “${word}”`),
				mend: /take it out/
			});
		}
	);

	test('is one of the known words', () => {
		const problems = findProblems(testFolder(set(shops, 'shops-2030', 'qualifier: 多', 'qualifier: 不少')));
		expect(problems).toMatchObject([{ file: shops, what: expect.stringContaining('a qualifier is one of') as string }]);
	});

	test('以上 at the end of a list may hold for all of it: 300家、1000家、5个以上', () => {
		expect(findProblems(testFolder(set(shops, 'firms-target-2031', '  qualifier: 以上\n', '')))).toEqual([]);
		expectProblem([set(shops, 'firms-target-2031', '家、样例机构1000家、样例产品5个以上', '家')], {
			file: shops,
			at: ['qualifier:', 'firms-target-2031:'],
			what: /does not say “以上”/,
			mend: /quote the words that say it/
		});
	});

	test('以上 of another clause is not borrowed: 5000个,新增样例机器3000台以上', () => {
		expectProblem(
			[
				set(shops, 'stations-2031', '新建5G样例站5000个', '新建5G样例站5000个,新增样例机器3000台以上'),
				set(shops, 'stations-2031', '  unitEn', '  qualifier: 以上\n  unitEn')
			],
			{ file: shops, at: ['qualifier:', 'stations-2031:'], what: /does not say “以上”/, mend: /./ }
		);
	});

	test('签约 is no 约', () => {
		expect(findProblems(testFolder())).toEqual([]);
		expectProblem([set(shops, 'project-size-2031', 'qualifier: 以上', 'qualifier: 约…以上')], {
			file: shops,
			at: ['qualifier:', 'project-size-2031:'],
			what: /does not say “约”/,
			mend: /./
		});
	});
});

describe('the firmness of a promise', () => {
	test.each([
		['确保', shops, 'firms-target-2031'],
		['力争', money, 'exports-growth-2031'],
		['争创', shops, 'prizes-2031']
	])('%s is not left out', (word, file, figure) => {
		expectProblem([set(file, figure, `  strength: ${word}\n`, '')], {
			file,
			// A line that is missing is reported at its figure.
			at: `${figure}:`,
			what: new RegExp(`promises this with “${word}” and the figure leaves it out`),
			mend: new RegExp(`write strength: ${word}`)
		});
	});

	test('is not another one', () => {
		expectProblem([set(shops, 'prizes-2031', 'strength: 争创', 'strength: 确保')], {
			file: shops,
			at: ['strength:', 'prizes-2031:'],
			what: /with “争创” and the figure says “确保”/,
			mend: /strength: 争创/
		});
	});

	test('is not invented', () => {
		expectProblem([set(shops, 'machines-2031', '  period', '  strength: 确保\n  period')], {
			file: shops,
			at: ['strength:', 'machines-2031:'],
			what: /does not say “确保”/,
			mend: /take strength out/
		});
	});
});

describe('a number in words', () => {
	test('is read from the words: 首位 is not 2', () => {
		expectProblem([set(money, 'exports-rank-2030', 'value: 1', 'value: 2')], {
			file: money,
			at: ['quote:', 'exports-rank-2030:'],
			what: /“首位” does not say 2/,
			mend: /value or reads/
		});
	});

	test('is not hidden inside a longer one: 十二 is not 2', () => {
		const twelve = {
			kind: 'outcome',
			unit: '个',
			reads: '十二个',
			period: '2031',
			citation: 'report-2032',
			fact: '共十二个样例'
		};
		const fact = append('facts.yaml', '  - 共十二个样例\n');
		expect(findProblems(testFolder(fact, addFigure('dozen', { ...twelve, value: '12' })))).toEqual([]);
		expectProblem([fact, addFigure('dozen', { ...twelve, value: '2' })], {
			file: money,
			at: ['fact:', 'dozen:'],
			what: /does not say 2/,
			mend: /./
		});
	});

	test('is no way to hide digits and their qualifier', () => {
		expectProblem([set(shops, 'shops-2030', '  qualifier: 多', '  reads: 400多家')], {
			file: shops,
			at: ['quote:', 'shops-2030:'],
			what: /“400多家” does not say 400/,
			mend: /in words/
		});
	});

	test('may be a number whose last zero the text prints: 2.0', () => {
		const ratio = {
			kind: 'outcome',
			value: '2',
			unit: "''",
			reads: "'2.0'",
			period: '2031',
			citation: 'report-2032',
			fact: '样例倍差2.0'
		};
		const declared = [append('facts.yaml', '  - 样例倍差2.0\n'), append('units.yaml', "'': { scale: 1, en: '' }\n")];
		expect(findProblems(testFolder(...declared, addFigure('ratio', ratio)))).toEqual([]);
	});

	test.each(['第二座', '第二'])('%s in “第二座样例城” says which one, not which rank', (reads) => {
		expectProblem(
			[
				addFigure('second', {
					kind: 'rank',
					value: '2',
					unit: '位',
					reads,
					shownEn: 'second',
					sentence: 's006',
					quote: '成为全省第二座“样例城”'
				})
			],
			{
				file: money,
				at: ['kind:', 'second:'],
				what: /“第二座” counts, it ranks nothing/,
				mend: /use words/
			}
		);
	});
});

describe('a name with digits', () => {
	test.each(['8', '5'])('is no figure: the %s of 8+N and 5G', (value) => {
		const [sentence, quote] = value === '8' ? ['s008', '推进“8+N”样例培育'] : ['s011', '新建5G样例站5000个'];
		const problems = findProblems(
			testFolder(
				append('units.yaml', "'': { scale: 1, en: '' }\n"),
				addFigure('named', { value, unit: "''", sentence, quote })
			)
		);
		expect(problems).toMatchObject([{ file: money, what: `the number ${value} is not in the quote` }]);
	});

	test('that holds the whole number makes it no figure', () => {
		expectProblem([append('names.yaml', '- { zh: 6年夺取, en: “6 years”, quote: 连续6年夺取 }\n')], {
			file: money,
			at: ['value:', 'cup-2030:'],
			what: /part of the name 6年夺取/,
			mend: /write {6年夺取}/
		});
	});
});

describe('an outcome', () => {
	test('stands in what its source says', () => {
		expectProblem([set(shops, 'institutes-outcome-2031', '新增样例机构900家', '新增样例机构超过900家')], {
			file: shops,
			at: ['fact:', 'institutes-outcome-2031:'],
			what: /not among the facts of report-2032/,
			mend: /facts\.yaml/
		});
	});

	test('cites a source that exists', () => {
		expectProblem(
			[set(shops, 'institutes-outcome-2031', 'report-2032', 'report-2099')].concat(
				replace('updates/2032-04-25-firms.yaml', '  - { outcome: institutes-outcome-2031, status: no-target }\n', '')
			),
			{
				file: shops,
				at: ['citation:', 'institutes-outcome-2031:'],
				what: /no citation “report-2099”/,
				mend: /plan\.yaml/
			}
		);
	});

	test('is of the year its source reports', () => {
		expectProblem([set(shops, 'institutes-outcome-2031', 'period: 2031', 'period: 2030')], {
			file: shops,
			at: ['period:', 'institutes-outcome-2031:'],
			what: /reports 2031, not 2030/,
			mend: /write 2031/
		});
	});

	test('keeps its qualifier too', () => {
		expectProblem(
			[
				addFigure('large', {
					kind: 'outcome',
					value: '30',
					unit: '亿元',
					period: '2031',
					citation: 'report-2032',
					fact: '招引30亿元以上项目'
				})
			],
			{
				file: money,
				at: ['value:', 'large:'],
				what: /says “以上”/,
				mend: /./
			}
		);
	});
});

test('a composition names each of its parts', () => {
	expectProblem([set(money, 'mix-2030', '    - { zh: 丙类, en: Third kind }\n', '')], {
		file: money,
		at: ['parts:', 'mix-2030:'],
		what: /3 values have 2 parts/,
		mend: /each part once/
	});
});
