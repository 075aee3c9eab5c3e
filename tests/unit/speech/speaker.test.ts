import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Speaker, type Ending, type Manner } from '../../../src/lib/speech/speaker.ts';
import { asleep, empty, FakeEngine, hasty, mute, ordinary, stalling, utterance, voice } from './fake-engine.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const manner: Manner = { locale: 'zh', voice: voice(), rate: 1 };
const sentence = '中欧班列开行一千三百九十九列。';
/** What an ordinary voice takes for it, ms. */
const length = sentence.length * 200;

/** Says it, and notes how and when it ended. */
function saying(engine: FakeEngine, text = sentence, how = manner) {
	const speaker = new Speaker(engine, utterance);
	const begin = Date.now();
	const outcome: { ending?: Ending; after?: number } = {};
	const over = speaker.say(text, how).then((ending) => Object.assign(outcome, { ending, after: Date.now() - begin }));
	return { speaker, outcome, over };
}

test('a voice that tells of its end is followed at once', async () => {
	const { outcome } = saying(new FakeEngine(ordinary));
	await vi.advanceTimersByTimeAsync(length);
	expect(outcome).toEqual({ ending: 'said', after: length });
});

test('a voice that tells nothing is heard by looking', async () => {
	const { outcome } = saying(new FakeEngine(mute));
	await vi.advanceTimersByTimeAsync(length + 1000);
	expect(outcome.ending).toBe('said');
	expect(outcome.after).toBeGreaterThanOrEqual(length);
});

test('a voice that tells its end too early is waited for', async () => {
	const { outcome } = saying(new FakeEngine(hasty));
	await vi.advanceTimersByTimeAsync(length - 1);
	expect(outcome).toEqual({});
	await vi.advanceTimersByTimeAsync(500);
	expect(outcome.ending).toBe('said');
});

test('a voice that stalls is left behind, and after three times is given up', async () => {
	const engine = new FakeEngine(stalling);
	const { speaker, outcome } = saying(engine);
	await vi.advanceTimersByTimeAsync(15_000);
	expect(outcome.ending).toBe('said');
	expect(engine.heard).toHaveLength(1);

	for (const ending of ['said', 'failed']) {
		const next = speaker.say(sentence, manner);
		await vi.advanceTimersByTimeAsync(15_000);
		await expect(next).resolves.toBe(ending);
	}
});

test.each([
	['never begins', asleep],
	['ends everything unsaid', empty]
])('a voice that %s is asked again, and then given up', async (_, habit) => {
	const engine = new FakeEngine(habit);
	const { outcome } = saying(engine, sentence.repeat(4));
	await vi.advanceTimersByTimeAsync(20_000);
	expect(outcome.ending).toBe('failed');
	expect(engine.heard).toHaveLength(3);
});

test('an engine that refuses is asked again, and may wake up', async () => {
	let refusals = 1;
	const engine = new FakeEngine((spoken, engine) => {
		if (refusals-- > 0) spoken.onerror?.(new Event('error') as SpeechSynthesisErrorEvent);
		else ordinary(spoken, engine);
	});
	const { outcome } = saying(engine);
	await vi.advanceTimersByTimeAsync(length + 500);
	expect(outcome.ending).toBe('said');
	expect(engine.heard).toEqual([sentence, sentence]);
});

test('a long sentence is said in chunks, one after the other', async () => {
	const engine = new FakeEngine(ordinary);
	const long =
		'快递业务量居全国首位，跻身全国淘宝直播十强城市，成为全国第二座“新批发之城”，跨境电商加制造新模式成效显现。';
	const { outcome } = saying(engine, long);
	await vi.advanceTimersByTimeAsync(100);
	expect(engine.heard).toHaveLength(1);
	await vi.advanceTimersByTimeAsync(long.length * 200);
	expect(outcome.ending).toBe('said');
	expect(engine.heard.join('')).toBe(long);
	expect(engine.heard.length).toBeGreaterThan(1);
});

test('stopping is at once, and a late event of what was stopped changes nothing', async () => {
	const engine = new FakeEngine(hasty);
	const { speaker, outcome } = saying(engine);
	await vi.advanceTimersByTimeAsync(5);
	speaker.stop();
	await vi.advanceTimersByTimeAsync(0);
	expect(outcome.ending).toBe('stopped');
	expect(engine.speaking).toBe(false);

	const next = speaker.say('下一句。', manner);
	await vi.advanceTimersByTimeAsync(60);
	expect(engine.heard).toHaveLength(1);
	await vi.advanceTimersByTimeAsync(2000);
	await expect(next).resolves.toBe('said');
	expect(engine.heard).toEqual([sentence, '下一句。']);
});

test('a new text takes the place of the one being said', async () => {
	const engine = new FakeEngine(ordinary);
	const { speaker, outcome } = saying(engine);
	await vi.advanceTimersByTimeAsync(500);
	const next = speaker.say('下一句。', manner);
	await vi.advanceTimersByTimeAsync(2000);
	expect(outcome.ending).toBe('stopped');
	await expect(next).resolves.toBe('said');
});

test('the voice and the speed are the reader’s', async () => {
	const given: Partial<SpeechSynthesisUtterance>[] = [];
	const engine = new FakeEngine((spoken, engine) => {
		given.push({ voice: spoken.voice, lang: spoken.lang, rate: spoken.rate });
		ordinary(spoken, engine);
	});
	const own = voice({ lang: 'zh_CN' });
	const { over } = saying(engine, '一句。', { locale: 'zh', voice: own, rate: 1.5 });
	await vi.advanceTimersByTimeAsync(1000);
	await over;
	expect(given).toEqual([{ voice: own, lang: 'zh_CN', rate: 1.5 }]);
});
