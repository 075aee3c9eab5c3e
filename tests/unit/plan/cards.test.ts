import { describe, test } from 'vitest';
import { append, expectProblem, replace } from './folder.ts';

const shops = 'cards/shops.yaml';
const money = 'cards/money.yaml';

describe('the length of a card’s text', () => {
	const title = '样例班列要多开';
	const body = '这是一些样例数字。';

	test.each([
		['title has at most 18 Chinese characters', title, '样'.repeat(19), /title \(zh\) has 19 characters, at most 18/],
		[
			'title has at most 60 English letters',
			'title: { zh: 样例班列要多开, en: More sample trains }',
			`title: { zh: 样例班列要多开, en: ${'a'.repeat(61)} }`,
			/title \(en\) has 61 letters, at most 60/
		],
		['body has at most 80 Chinese characters', body, '样'.repeat(81), /body \(zh\) has 81 characters, at most 80/],
		[
			'body has at most 60 English words',
			'These are sample numbers.',
			'word '.repeat(61),
			/body \(en\) has 61 words, at most 60/
		]
	])('%s', (_, from, to, what) => {
		expectProblem([replace(shops, from, to)], { file: shops, at: to.slice(0, 30), what, mend: /shorter/ });
	});

	test('counts a figure as it is shown', () => {
		// 14 + 纽扣's 8000万只以上 is 21; the token alone is longer.
		expectProblem([replace(shops, '样例店更多了', `'${'样'.repeat(11)}{buttons-2030}'`)], {
			file: shops,
			at: '{buttons-2030}',
			what: /title \(zh\) has 19 characters/,
			mend: /shorter/
		});
	});

	test('counts body and items together', () => {
		expectProblem([replace(shops, '推进“{8+N}”样例培育', `推进“{8+N}”${'样'.repeat(70)}`)], {
			file: shops,
			at: '- id: tasks',
			what: /body \(zh\) has \d+ characters, at most 80/,
			mend: /shorter/
		});
	});

	test('is limited for the quote too', () => {
		const sentence =
			'新建5G样例站5000个,新增样例机器3000台以上,新签约20亿元以上项目35个以上,把样例服务和样例保障一件一件都做到家门口。';
		expectProblem([replace(shops, 'quote: 新建5G样例站5000个', `quote: ${sentence}`)], {
			file: shops,
			at: `quote: ${sentence}`,
			what: /quote has \d+ characters, at most 60/,
			mend: /decisive words/
		});
	});
});

describe('a card', () => {
	test('has an id of its own', () => {
		expectProblem([replace(money, '- id: amounts', '- id: cup')], {
			file: money,
			at: ['- id: cup', '  quote: 连续6年'],
			what: /two cards “cup”/,
			mend: /another id/
		});
	});

	test('has an id that can stand in an address', () => {
		expectProblem([replace(money, '- id: amounts', '- id: Two Items')], {
			file: money,
			at: 'Two Items',
			what: /an id is lower-case words/,
			mend: /./
		});
	});

	test('is shown in topics that exist', () => {
		expectProblem([replace(shops, 'also: [money]', 'also: [wealth]')], {
			file: shops,
			at: 'also:',
			what: /no topic “wealth”/,
			mend: /topics\.yaml/
		});
	});

	test('is not shown in its own topic twice', () => {
		expectProblem([replace(shops, 'also: [money]', 'also: [shops]')], {
			file: shops,
			at: 'also:',
			what: /in “shops” already/,
			mend: /out of also/
		});
	});

	test('names figures that exist', () => {
		expectProblem([replace(shops, 'hero: trains-target-2031', 'hero: boats-target-2031')], {
			file: shops,
			at: 'hero: boats',
			what: /no figure “boats-target-2031”/,
			mend: /figures\//
		});
		expectProblem([replace(shops, 'tiles: [shops-2030,', 'tiles: [shops-2030, boats-2030,')], {
			file: shops,
			at: 'tiles: [shops-2030',
			what: /no figure “boats-2030”/,
			mend: /./
		});
	});

	test('names sentences that exist', () => {
		expectProblem([replace(shops, 'sentences: [s011]', 'sentences: [s011, s099]')], {
			file: shops,
			at: 's099',
			what: /no sentence s099/,
			mend: /outline\.yaml/
		});
	});

	test('names citations that exist', () => {
		expectProblem([replace(shops, 'sentences: [s011]', 'sentences: [s011]\n  citation: report-2099')], {
			file: shops,
			at: 'report-2099',
			what: /no citation “report-2099”/,
			mend: /plan\.yaml/
		});
	});

	test('quotes one of its sentences', () => {
		expectProblem([replace(shops, 'quote: 争创样例奖2个', 'quote: 样例总值4704亿元')], {
			file: shops,
			at: ['quote:', '- id: tasks'],
			what: /quote is in none of the card’s sentences/,
			mend: /copy it from: .*争创样例奖2个。/
		});
	});

	test('quotes something when it rests on sentences', () => {
		expectProblem([replace(shops, '  quote: 争创样例奖2个\n', '')], {
			file: shops,
			at: '- id: tasks',
			what: /quotes nothing/,
			mend: /add the words/
		});
	});

	test('shows the sentence of each figure it names', () => {
		expectProblem([replace(shops, 'sentences: [s001, s002, s009]', 'sentences: [s001, s009]')], {
			file: shops,
			at: 'sentences: [s001, s009]',
			what: /names institutes-2030, but not its sentence s002/,
			mend: /add s002/
		});
	});

	test('names only names that stand in its sentences', () => {
		expectProblem([replace(money, 'zh: 两项不能相加。', "zh: '两项不能相加，{8+N}也不能。'")], {
			file: money,
			at: ['sentences:', '- id: amounts'],
			what: /names 8\+N, which is in none of its sentences/,
			mend: /add the sentence/
		});
	});

	test('rests on a sentence or a source', () => {
		expectProblem(
			[append(money, '- id: nowhere\n  kind: gap\n  title: { zh: 空, en: Empty }\n  body: { zh: 空, en: Empty }\n')],
			{
				file: money,
				at: '- id: nowhere',
				what: /rests on no sentence and no source/,
				mend: /sentences or a citation/
			}
		);
	});

	test('has words', () => {
		expectProblem([replace(money, '  body: { zh: 两项不能相加。, en: They are not added. }\n', '')], {
			file: money,
			at: '- id: amounts',
			what: /no text/,
			mend: /add a body/
		});
	});

	test.each([
		['a number card has a number', '  hero: share-2030\n', '', 'kind:', /neither hero nor tiles/],
		['one tile alone is the hero', '  hero: share-2030\n', '  tiles: [share-2030]\n', 'tiles:', /one number alone/]
	])('keeps to its kind: %s', (_, from, to, at, what) => {
		expectProblem([replace(money, from, to)], { file: money, at: [at, '- id: share'], what, mend: /./ });
	});

	test('keeps to its kind: a list has no hero', () => {
		expectProblem([replace(shops, '  kind: list\n', '  kind: list\n  hero: prizes-2031\n')], {
			file: shops,
			at: ['items:', '- id: tasks'],
			what: /list card has no hero/,
			mend: /./
		});
	});
});

describe('a topic', () => {
	test('is led by one of its cards', () => {
		expectProblem([replace('topics.yaml', 'lead: firms', 'lead: cup')], {
			file: 'topics.yaml',
			at: 'lead: cup',
			what: /no card “cup” in shops/,
			mend: /cards\/shops\.yaml/
		});
	});

	test('has cards on the home page that exist', () => {
		expectProblem([replace('topics.yaml', 'home: [output]', 'home: [nothing]')], {
			file: 'topics.yaml',
			at: 'home:',
			what: /no card “nothing”/,
			mend: /cards/
		});
	});

	test('is declared once', () => {
		expectProblem(
			[replace('topics.yaml', 'home:', '  - { id: shops, name: { zh: 又, en: Again }, lead: firms }\nhome:')],
			{
				file: 'topics.yaml',
				at: 'Again',
				what: /two topics “shops”/,
				mend: /another id/
			}
		);
	});

	test('is declared when a file of cards is named after it', () => {
		const card =
			'- id: stray\n  kind: gap\n  title: { zh: 空, en: Stray }\n  body: { zh: 空, en: Stray }\n  quote: 样例总值\n  sentences: [s003]\n';
		expectProblem([append('cards/stray.yaml', card)], {
			file: 'cards/stray.yaml',
			at: '- id: stray',
			what: /no topic “stray”/,
			mend: /after a topic/
		});
	});
});
