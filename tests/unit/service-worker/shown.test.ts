import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shown, updatesOf } from '../../../src/service-worker/push/shown.ts';

const origin = 'https://plan.example.org';
const push = (notification: object) => JSON.stringify({ web_push: 8030, notification });

describe('a push becomes a notification', () => {
	it('that says the change, under the update’s tag, and leads to its card', () => {
		const update = { kind: 'update', update: '2022-04-25-high-tech', topic: 'innovation' };
		const { title, options, data } = shown(
			push({
				title: '创新 · 高新技术企业 ≥300 → 531 家',
				body: '超过了计划“确保”的下限。',
				lang: 'zh-CN',
				tag: '2022-04-25-high-tech',
				navigate: `${origin}/topics/innovation/high-tech-firms`,
				data: update
			}),
			'zh',
			origin
		);
		expect(title).toBe('创新 · 高新技术企业 ≥300 → 531 家');
		expect(options).toMatchObject({ tag: '2022-04-25-high-tech', lang: 'zh-CN', body: '超过了计划“确保”的下限。' });
		expect(options.data.navigate).toBe(`${origin}/topics/innovation/high-tech-firms`);
		expect(data).toEqual(update);
	});

	it('the small one too, that a push service wanted without its body', () => {
		const { title, options } = shown(push({ title: '教育', lang: 'zh-CN', tag: 'u' }), 'zh', origin);
		expect([title, options.body, options.tag]).toEqual(['教育', '', 'u']);
		expect(options.data.navigate).toBe(`${origin}/following`);
	});

	it.each([
		[{ kind: 'update', update: 'a', topic: 'jobs' }, ['a']],
		[{ kind: 'digest', updates: ['a', 'b', 3] }, ['a', 'b']],
		[{ kind: 'digest', updates: 'a' }, []],
		[{ kind: 'activation', id: 'i', token: 't' }, []],
		[{ kind: 'activation', token: 't' }, []],
		[{ kind: 'of next year' }, []],
		[undefined, []]
	])('%j tells of the updates %j', (data, updates) => {
		const said = shown(push({ title: 't', data }), 'zh', origin);
		expect(said.title).toBe('t');
		expect(updatesOf(said.data)).toEqual(updates);
	});

	it.each([undefined, '', 'hello', '[]', 'null', '{"notification":7}', '{"notification":{"title":""}}'])(
		'%j still shows that something is new, in the reader’s language',
		(message) => {
			expect(shown(message, 'zh', origin)).toMatchObject({ title: '看懂金华', options: { tag: 'news' } });
			const english = shown(message, 'en', origin);
			expect(english.title).toBe('Kandong Jinhua');
			expect(english.options.data.navigate).toBe(`${origin}/en/following`);
		}
	);

	it.each(['https://other.example/x', 'javascript:alert(1)', '//other.example', 7, ''])(
		'%j leads nowhere outside the app',
		(navigate) => {
			expect(shown(push({ title: 't', navigate }), 'zh', origin).options.data.navigate).toBe(`${origin}/following`);
		}
	);

	it('whatever is sent', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.json()), fc.object(), (message, notification) => {
				for (const text of [message, JSON.stringify({ notification })]) {
					const { title, options } = shown(text, 'zh', origin);
					expect(title).not.toBe('');
					expect(new URL(options.data.navigate).origin).toBe(origin);
				}
			})
		);
	});
});
