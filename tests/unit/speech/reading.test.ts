import { expect, test, vi } from 'vitest';
import type { Passage } from '../../../src/lib/speech/journey.ts';
import { likingFrom, rateAfter } from '../../../src/lib/speech/manner.ts';
import { Reading } from '../../../src/lib/speech/reading.svelte.ts';
import type { Ending, Manner } from '../../../src/lib/speech/speaker.ts';
import { voice } from './fake-engine.ts';

const cards: Record<string, string[]> = { first: ['开行1399列。', '还要更多。'], second: ['提高2.3个千分点。'] };
const passageOf = (card: string): Passage =>
	({ card, title: card, lines: (cards[card] ?? []).map((text) => ({ text })) }) as Passage;

/** A reading of two cards, whose sentences end when the test says so. */
function reading() {
	const heard: string[] = [];
	let end: (ending: Ending) => void = () => undefined;
	let at = 0;
	const order = Object.keys(cards);
	const stand = (index: number) => {
		const card = order[index];
		if (card === undefined) return undefined;
		at = index;
		return passageOf(card);
	};
	const onEnd = vi.fn();
	const manner: Manner = { locale: 'zh', voice: voice(), rate: 1 };
	const made = new Reading({
		journey: {
			here: () => passageOf('first'),
			onward: () => Promise.resolve(stand(at + 1)),
			back: () => stand(at - 1),
			to: (card) => stand(order.indexOf(card))
		},
		speaker: {
			say: (text) => {
				heard.push(text);
				return new Promise((resolve) => (end = resolve));
			},
			stop: () => end('stopped')
		},
		locale: 'zh',
		manner: () => manner,
		onLine: () => undefined,
		onEnd
	});
	const ends = async (ending: Ending = 'said') => {
		end(ending);
		await new Promise((resolve) => setTimeout(resolve));
	};
	return { reading: made, heard, ends, onEnd };
}

test('it goes over to the next card by itself, and ends after the last', async () => {
	const { reading: made, heard, ends, onEnd } = reading();
	void made.play();
	for (let sentence = 0; sentence < 3; sentence++) await ends();
	expect(heard).toEqual(['开行一千三百九十九列。', '还要更多。', '提高二点三个千分点。']);
	expect(made.passage.card).toBe('second');
	expect(onEnd).toHaveBeenCalledOnce();
});

test('a pause holds, and the sentence is said again afterwards', async () => {
	const { reading: made, heard, ends } = reading();
	void made.play();
	await ends();
	made.pause();
	await ends();
	expect(made.playing).toBe(false);
	expect(heard).toHaveLength(2);
	void made.play();
	expect(heard.slice(1)).toEqual(['还要更多。', '还要更多。']);
});

test('sentences and cards are stepped through, both ways', async () => {
	const { reading: made, heard } = reading();
	void made.play();
	await made.next();
	expect(heard.at(-1)).toBe('还要更多。');
	made.previous();
	expect(heard.at(-1)).toBe('开行一千三百九十九列。');
	await made.next();
	await made.next();
	expect(heard.at(-1)).toBe('提高二点三个千分点。');
	made.pause();
	made.previous();
	expect(made.passage.card).toBe('first');
	made.turnTo('second');
	expect(made.passage.card).toBe('second');
	expect(made.playing).toBe(false);
});

test('an engine that makes no sound stops it, and says so', async () => {
	const { reading: made, ends } = reading();
	void made.play();
	await ends('failed');
	expect([made.playing, made.failed]).toEqual([false, true]);
});

test('a liking that another release stored is taken as far as it is known', () => {
	expect(likingFrom({ rate: 1.5, voices: { zh: 'xiaohua', en: 7 } })).toEqual({ rate: 1.5, voices: { zh: 'xiaohua' } });
	for (const stored of [undefined, null, 'fast', { rate: 99, voices: [] }]) {
		expect(likingFrom(stored)).toEqual({ rate: 1, voices: {} });
	}
	expect([0.75, 1, 1.25, 1.5, 2].map(rateAfter)).toEqual([1, 1.25, 1.5, 2, 0.75]);
});
