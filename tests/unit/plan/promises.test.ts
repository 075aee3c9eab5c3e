import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inProject } from '../../../src/commands/project.js';
import { strayPromises } from '../../../src/lib/plan/check/promises.ts';
import { loadPlan } from '../../../src/lib/plan/load.ts';
import { contentFolder, readFolder } from '../../../src/commands/content-folder.ts';

const folder = await readFolder(contentFolder);
const promises = loadPlan(folder).lookup.content.promises.value;

describe('a translation promises neither more nor less than the text', () => {
	test.each([
		['确保新增300家', 'The city will make sure that 300 are added', []],
		['确保新增300家', 'The city aims for 300', [{ word: '确保' }, { word: '力争', said: 'aim' }]],
		['新增300家', 'The city will ensure 300', [{ word: '确保', said: 'ensure' }]],
		['力争新增贷款', 'New loans to aim for', []],
		['全力争创省级平台', 'Compete hard for a provincial platform', []],
		['全力争创省级平台', 'Aim for a provincial platform', [{ word: '力争', said: 'aim' }, { word: '争创' }]]
	])('%s: %s', (zh, en, stray) => {
		expect(strayPromises(promises, { zh, en }, 'en')).toEqual(stray);
	});

	test('and the plan is refused when one does', () => {
		const file = 'cards/reform.yaml';
		const broken = new Map(folder).set(file, (folder.get(file) ?? '').replace('It aims for', 'It will make sure of'));
		expect(() => loadPlan(broken)).toThrow(/cards\/reform\.yaml.*(does not say “力争”|“make sure” where no “确保”)/);
	});
});

test('the words of the interface keep to the same wording', () => {
	const words = (locale: string) =>
		JSON.parse(readFileSync(inProject('src', 'words', `${locale}.json`), 'utf8')) as Record<string, string>;
	const [zh, en] = [words('zh'), words('en')];
	const stray = Object.keys(zh).filter(
		(key) => strayPromises(promises, { zh: String(zh[key]), en: String(en[key]) }, 'en').length > 0
	);
	expect(stray).toEqual([]);
});
