import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { availability, voiceFor, voicesFor, watchVoices } from '../../../src/lib/speech/voices.ts';
import { voice } from './fake-engine.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const remote = voice({ name: 'Google 普通话', localService: false, voiceURI: 'google' });
const taiwan = voice({ lang: 'zh_TW', voiceURI: 'taiwan' });
const cantonese = voice({ lang: 'zh-HK', voiceURI: 'hk' });
const mandarin = voice({ lang: 'cmn-Hans-CN', voiceURI: 'mandarin' });
const english = voice({ lang: 'en-GB', voiceURI: 'english' });

test('only voices on the device that speak the page’s language are used, the best first', () => {
	const all = [remote, english, taiwan, cantonese, mandarin];
	expect(voicesFor(all, 'zh')).toEqual([mandarin, taiwan]);
	expect(voicesFor(all, 'en')).toEqual([english]);
	expect(all[0]).toBe(remote);
});

test('the chosen voice is used where it still is', () => {
	const all = [mandarin, taiwan];
	expect(voiceFor(all, 'zh', 'taiwan')).toBe(taiwan);
	expect(voiceFor(all, 'zh', 'gone')).toBe(mandarin);
	expect(voiceFor(all, 'zh', 'google')).toBe(mandarin);
	expect(voiceFor([], 'zh')).toBeUndefined();
});

test.each([
	['no engine', undefined, 'no-engine'],
	['no voice at all', [], 'no-voice'],
	['only another language', [english, cantonese], 'no-voice'],
	['only a voice of a service', [english, remote], 'only-remote'],
	['a voice on the device', [remote, taiwan], 'ready']
])('with %s it says so', (_, voices, said) => {
	expect(availability(voices, 'zh', false)).toBe(said);
});

test('voices that come late are waited for, with the event and without', () => {
	for (const tells of [true, false]) {
		const engine = Object.assign(new EventTarget(), {
			voices: [] as SpeechSynthesisVoice[],
			getVoices: () => engine.voices
		});
		const seen: string[] = [];
		const stop = watchVoices(engine, (voices, waiting) => seen.push(availability(voices, 'zh', waiting)));
		vi.advanceTimersByTime(100);
		expect(seen).toEqual(['waiting']);
		engine.voices = [mandarin];
		if (tells) engine.dispatchEvent(new Event('voiceschanged'));
		else vi.advanceTimersByTime(2000);
		expect(seen.at(-1)).toBe('ready');

		stop();
		const before = seen.length;
		engine.dispatchEvent(new Event('voiceschanged'));
		vi.advanceTimersByTime(10_000);
		expect(seen).toHaveLength(before);
	}
});

test('when none has come by the last look, the waiting is over', () => {
	const engine = Object.assign(new EventTarget(), { getVoices: () => [remote] });
	const seen: string[] = [];
	watchVoices(engine, (voices, waiting) => seen.push(availability(voices, 'zh', waiting)));
	vi.advanceTimersByTime(5000);
	expect(seen.at(0)).toBe('waiting');
	expect(seen.at(-1)).toBe('only-remote');
});
