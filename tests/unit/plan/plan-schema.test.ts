import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { loadPlan } from '../../../src/lib/plan/load.ts';
import type { Plan } from '../../../src/lib/plan/plan.ts';
import { planSchema } from '../../../src/lib/plan/plan-schema.ts';
import { testFolder } from './folder.ts';

const ajv = new Ajv2020({
	strict: true,
	allErrors: true,
	strictRequired: false,
	strictTypes: false,
	formats: { uri: (address: string) => URL.canParse(address) }
});
const fits = ajv.compile(planSchema);
/** As readers get it: through JSON. */
const published = (): Plan => JSON.parse(JSON.stringify(loadPlan(testFolder()).plan)) as Plan;

type Json = Record<string | number, unknown>;

/** The thing at a path, to be broken. */
function at(plan: Plan, ...path: (string | number)[]): Json {
	return path.reduce<unknown>((value, key) => (value as Json)[key], plan) as Json;
}

const figure = (plan: Plan, id: string): Json =>
	at(
		plan,
		'figures',
		plan.figures.findIndex((one) => one.id === id)
	);

describe('the published schema', () => {
	test('is valid itself, and says where it is found', () => {
		expect(ajv.validateSchema(planSchema)).toBe(true);
		expect(planSchema.$id).toBe('/plan.schema.json');
		expect(planSchema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
	});

	test('fits the published plan', () => {
		expect(fits(published()) ? [] : fits.errors).toEqual([]);
	});

	test('allows no members it does not describe, anywhere', () => {
		const open: string[] = [];
		const walk = (schema: unknown, path: string): void => {
			if (typeof schema !== 'object' || schema === null) return;
			if ('properties' in schema && 'type' in schema && !('additionalProperties' in schema)) open.push(path);
			for (const [key, member] of Object.entries(schema)) walk(member, `${path}/${key}`);
		};
		walk(planSchema, '');
		expect(open).toEqual([]);
	});

	const broken: readonly (readonly [what: string, breakIt: (plan: Plan) => void])[] = [
		['no version', (plan) => delete at(plan)['version']],
		['a member nobody knows', (plan) => (at(plan)['extra'] = true)],
		['a date with a time', (plan) => (at(plan)['published'] = '2031-03-01T00:00:00Z')],
		['a source address that is none', (plan) => (at(plan)['sourceUrl'] = 'not an address')],
		['a source that is no summary', (plan) => (at(plan)['summary'] = false)],
		['a short hash', (plan) => (at(plan, 'source')['sha256'] = 'abc')],
		['a missing translation', (plan) => delete at(plan, 'cards', 0, 'title')['en']],
		['an empty translation', (plan) => (at(plan, 'cards', 0, 'body')['en'] = '')],
		['a sentence without offsets', (plan) => delete at(plan, 'sentences', 0)['start']],
		['an offset that is no whole number', (plan) => (at(plan, 'sentences', 0)['start'] = 1.5)],
		['a sentence id of another form', (plan) => (at(plan, 'sentences', 0)['id'] = '1')],
		['a reason in one language', (plan) => (at(plan, 'sentences', 0)['omitted'] = { zh: '样例' })],
		['a figure without evidence', (plan) => delete figure(plan, 'output-2030')['evidence']],
		['a value in words', (plan) => (figure(plan, 'output-2030')['value'] = '4704')],
		[
			'evidence that is half a quotation',
			(plan) => delete at(figure(plan, 'output-2030') as unknown as Plan, 'evidence')['quote']
		],
		[
			'evidence that is a quotation and a citation',
			(plan) => (at(figure(plan, 'output-2030') as unknown as Plan, 'evidence')['url'] = 'https://sample.example')
		],
		[
			'an outcome that quotes the plan',
			(plan) => (figure(plan, 'firms-outcome-2031')['evidence'] = figure(plan, 'output-2030')['evidence'])
		],
		[
			'a result that cites a later source',
			(plan) => (figure(plan, 'output-2030')['evidence'] = figure(plan, 'firms-outcome-2031')['evidence'])
		],
		['a derived figure without its formula', (plan) => delete figure(plan, 'share-2029')['formula']],
		[
			'a derived figure with evidence of its own',
			(plan) => (figure(plan, 'share-2029')['evidence'] = figure(plan, 'output-2030')['evidence'])
		],
		['a formula on a result', (plan) => (figure(plan, 'output-2030')['formula'] = '{a} - {b}')],
		['a composition without parts', (plan) => delete figure(plan, 'mix-2030')['parts']],
		['a composition of one number', (plan) => (figure(plan, 'mix-2030')['value'] = 3.3)],
		['several numbers in a result', (plan) => (figure(plan, 'output-2030')['value'] = [1, 2])],
		['firmness on a result', (plan) => (figure(plan, 'output-2030')['strength'] = '确保')],
		['firmness in other words', (plan) => (figure(plan, 'firms-target-2031')['strength'] = '尽量')],
		['a kind nobody knows', (plan) => (figure(plan, 'output-2030')['kind'] = 'guess')],
		['a chart of another type', (plan) => (at(plan, 'cards', 0, 'chart')['type'] = 'pie')],
		['a chart of nothing', (plan) => (at(plan, 'cards', 0, 'chart')['figures'] = [])],
		['a card in no topic', (plan) => delete at(plan, 'cards', 0)['topic']],
		['a card twice in a topic', (plan) => (at(plan, 'topics', 0)['cards'] = ['firms', 'firms'])],
		['a status nobody knows', (plan) => (at(plan, 'updates', 0, 'outcomes', 0)['status'] = 'unknown')],
		['an update without its source', (plan) => delete at(plan, 'updates', 0)['citation']],
		['an update of no topic', (plan) => (at(plan, 'updates', 0)['topics'] = [])]
	];

	test.each(broken)('refuses %s', (_, breakIt) => {
		const plan = published();
		breakIt(plan);
		expect(fits(plan)).toBe(false);
	});
});
