import { expect, it } from 'vitest';
import type { Update } from '../../../src/lib/plan/plan.ts';
import { newsFor, notificationOf } from '../../../src/service-worker/push/news.ts';

function update(id: string, topics: string[], notify = true): Update {
	return {
		id,
		date: '2022-04-25',
		kind: 'number',
		topics,
		cards: [`${id}-card`],
		title: { zh: `${id}有变化`, en: `${id} has changed` },
		body: { zh: '内容', en: 'Context' },
		citation: { url: 'https://example.org', title: '报告', publisher: '日报', date: '2022-04-25' },
		notify
	};
}

const log = [
	update('a', ['jobs']),
	update('b', ['trade', 'jobs']),
	update('c', ['city']),
	update('d', ['jobs'], false)
];
const ids = (updates: Update[]) => updates.map(({ id }) => id);

it('news is what is new in a followed topic, was not told of by a push, and is meant to be told', () => {
	const watching = { topics: ['jobs'], known: [], locale: 'zh' as const };
	expect(ids(newsFor(watching, [], log))).toEqual(['a', 'b']);
	expect(ids(newsFor(watching, ['a'], log))).toEqual(['b']);
	expect(ids(newsFor({ ...watching, known: ['a', 'b'] }, [], log))).toEqual([]);
	expect(ids(newsFor({ ...watching, topics: [] }, [], log))).toEqual([]);
});

it('one update leads to its card, under the tag of its push, so that both show once', () => {
	expect(notificationOf([update('b', ['trade', 'jobs'])], 'en')).toEqual({
		title: 'b has changed',
		body: 'Context',
		lang: 'en',
		tag: 'b',
		path: '/en/topics/trade/b-card'
	});
	expect(notificationOf([{ ...update('x', ['jobs']), cards: [] }], 'zh').path).toBe('/following');
});

it('several are one notification', () => {
	const { title, body, path } = notificationOf([update('a', ['jobs']), update('b', ['jobs'])], 'zh');
	expect([title, body, path]).toEqual(['您关注的主题有 2 条更新', 'a有变化；b有变化', '/following']);
});
