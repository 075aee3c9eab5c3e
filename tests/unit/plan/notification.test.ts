import { describe, expect, test } from 'vitest';
import { contentFolder, readFolder } from '../../../src/commands/content-folder.ts';
import { loadPlan } from '../../../src/lib/plan/load.ts';
import { locales } from '../../../src/lib/plan/locale.ts';
import {
	digestNotification,
	payload,
	payloadLimit,
	smallPayload,
	updateNotification
} from '../../../src/lib/plan/notification.ts';
import { expectProblem, replace, testFolder, type Change } from './folder.ts';

const { plan, lookup } = loadPlan(await readFolder(contentFolder));
const updates = lookup.content.updates.map(({ value }) => value);

function titles(id: string, topic: string): string[] {
	const update = updates.find((update) => update.id === id);
	if (!update) throw new Error(`there is no update ${id}`);
	return locales.map((locale) => updateNotification(lookup, update, topic, locale).title);
}

describe('a notification of the plan of Jinhua', () => {
	test.each([
		['high-tech', 'innovation', '创新 · 高新技术企业 ≥300 → 531 家', 'Innovation · New high-tech firms ≥300 → 531'],
		['burden', 'reform', '改革 · 为市场主体减负230亿元', 'Reform · Burdens on businesses lightened by 23 billion yuan'],
		[
			'burden',
			'economy',
			'经济 · 为市场主体减负230亿元',
			'Economy · Burdens on businesses lightened by 23 billion yuan'
		],
		['gdp', 'economy', '经济 · 生产总值5355.4亿元，增长9.8%', 'Economy · GDP: 535.54 billion yuan, up 9.8%']
	])('about %s is the change itself, under the topic %s', (id, topic, zh, en) => {
		expect(titles(`2022-04-25-${id}`, topic)).toEqual([zh, en]);
	});

	test('has a number only where a figure has it, fits every push service and leads to a card', () => {
		const addresses = new Set(plan.cards.map(({ id, topic }) => `/topics/${topic}/${id}`));
		for (const update of updates) {
			for (const topic of update.topics) {
				for (const locale of locales) {
					const said = updateNotification(lookup, update, topic, locale);
					const written = update.outcomes
						.map(({ outcome }) => outcome)
						.filter((outcome) => typeof outcome === 'string');
					const known = JSON.stringify([plan.figures.map(({ shown }) => shown), lookup.content.names.value]);
					for (const [number] of said.title.matchAll(/\d[\d,.]*\d|\d/g)) expect(known, said.title).toContain(number);
					if (said.title.includes('→')) expect(written).toHaveLength(1);
					const json = payload(said, 'https://plan.example.cn', { kind: 'update', update: update.id, topic });
					expect(Buffer.byteLength(json)).toBeLessThanOrEqual(payloadLimit);
					expect(addresses).toContain(said.path.replace(/^\/en/, ''));
					expect(said.path.startsWith('/en/')).toBe(locale === 'en');
					expect(said.tag).toBe(update.id);
				}
			}
		}
	});
});

const file = 'updates/2032-04-25-firms.yaml';
const onlyOutcome: Change[] = [
	replace(file, '  - { target: s013, outcome: { zh: 样例城市建成, en: The sample city is built }, status: met }\n', ''),
	replace(file, '  - { outcome: institutes-outcome-2031, status: no-target }\n', '')
];

function said(...changes: Change[]): string[] {
	const { lookup } = loadPlan(testFolder(...changes));
	const [update] = lookup.content.updates;
	if (!update) throw new Error('there is no update');
	return locales.map((locale) => updateNotification(lookup, update.value, 'shops', locale).title);
}

describe('a notification’s title', () => {
	test('sets target and outcome side by side when the update is about one pair', () => {
		expect(said(...onlyOutcome)).toEqual(['店铺 · 新增样例企业 ≥300 → 531 家', 'Shops · New sample firms ≥300 → 531']);
	});

	test('has the update’s subject and the topic’s short name where they are given', () => {
		expect(
			said(
				...onlyOutcome,
				replace(file, 'body:', 'subject: { zh: 企业, en: New ones }\nbody:'),
				replace(
					'topics.yaml',
					'name: { zh: 店铺, en: Shops }',
					'name: { zh: 店铺, en: Shops }, short: { zh: 店, en: Shop }'
				)
			)
		).toEqual(['店 · 企业 ≥300 → 531 家', 'Shop · New ones ≥300 → 531 firms']);
	});

	test('is the update’s own when there is more than one outcome', () => {
		expect(said()).toEqual(['店铺 · 样例企业超过目标', 'Shops · Sample firms beat the target']);
	});

	test('says that it is a correction', () => {
		expect(said(replace(file, 'kind: number', 'kind: correction'))).toEqual([
			'更正 · 店铺 · 样例企业超过目标',
			'Correction · Shops · Sample firms beat the target'
		]);
	});
});

describe('a digest', () => {
	test('names the first three updates and counts all', () => {
		const notification = digestNotification(['甲', '乙', '丙', '丁'], 'zh', 'digest-x');
		expect(notification).toMatchObject({ title: '您关注的主题有 4 条更新', body: '甲；乙；丙…', path: '/following' });
		expect(digestNotification(['A', 'B'], 'en', 'digest-x')).toMatchObject({ body: 'A; B', path: '/en/following' });
	});
});

test('a payload is declarative Web Push, and a small one is the same without its context', () => {
	const notification = { title: '题', body: '文', lang: 'zh-CN', tag: 'a', path: '/topics/shops/firms' };
	expect(
		JSON.parse(payload(notification, 'https://a.example', { kind: 'update', update: 'a', topic: 'shops' }))
	).toEqual({
		web_push: 8030,
		notification: {
			title: '题',
			body: '文',
			lang: 'zh-CN',
			tag: 'a',
			navigate: 'https://a.example/topics/shops/firms',
			data: { kind: 'update', update: 'a', topic: 'shops' }
		}
	});
	expect(JSON.parse(smallPayload(notification, 'https://a.example'))).toEqual({
		web_push: 8030,
		notification: { title: '题', lang: 'zh-CN', tag: 'a', navigate: 'https://a.example/topics/shops/firms' }
	});
});

describe('the check refuses', () => {
	test('a notification that a lock screen would cut', () => {
		expectProblem([replace(file, "zh: '新增{firms-outcome-2031}。'", `zh: '${'很长的话'.repeat(20)}'`)], {
			file,
			at: 'title:',
			what: /notification’s body \(zh\) is 80 wide, at most 70/,
			mend: /shorter/
		});
	});

	test('a correction of what was never told, and correcting without being a correction', () => {
		const correction = replace(file, 'kind: number', 'kind: correction\ncorrects: [2032-01-01-none]');
		expectProblem([correction], {
			file,
			at: 'corrects:',
			what: /no update “2032-01-01-none”/,
			mend: /names of their files/
		});
		expectProblem([replace(file, 'kind: number', 'kind: number\ncorrects: [2032-04-25-firms]')], {
			file,
			at: 'corrects:',
			what: /of kind number corrects nothing/,
			mend: /./
		});
	});
});
