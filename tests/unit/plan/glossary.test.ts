import { expect, test } from 'vitest';
import { contentFolder, readFolder } from '../../../src/commands/content-folder.ts';
import { loadPlan } from '../../../src/lib/plan/load.ts';
import { append, expectProblem } from './folder.ts';

const file = 'glossary.yaml';
const entry = (change: Partial<Record<'term' | 'line' | 'sentence' | 'quote', string>>) => {
	const { term, line, sentence, quote } = {
		term: '“{8+N}”',
		line: '样例培育',
		sentence: 's008',
		quote: '推进“8+N”样例培育',
		...change
	};
	return append(
		file,
		`- id: key\n  term: { zh: '${term}', en: '{8+N}' }\n  line: { zh: '${line}', en: 'Sample' }\n  sentence: ${sentence}\n  quote: '${quote}'\n`
	);
};

test.each([
	['stands in its sentence', { sentence: 's007' }, 'quote', /does not stand in s007/],
	['has a sentence', { sentence: 's999' }, 'sentence', /no sentence s999/],
	['stands in its quote', { term: '样例杯' }, 'term', /does not hold “样例杯”/],
	['is explained in the text’s own words', { line: '样例行业…培育' }, 'line', /“样例行业” is not in the quote/],
	['holds no number of its own', { line: '8' }, 'line', /“8” stands in the text without a figure/]
])('a term %s', (_, change, at, what) => {
	expectProblem([entry(change)], { file, at, what, mend: /./ });
});

test('the plan explains its own names, and nothing else does', async () => {
	const { lookup } = loadPlan(await readFolder(contentFolder));
	const terms = lookup.content.glossary.value;
	expect(terms.length).toBeGreaterThan(20);
	expect(new Set(terms.map(({ id }) => id)).size).toBe(terms.length);
});
