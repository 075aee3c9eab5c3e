import type { Engine } from '../../../src/lib/speech/speaker.ts';

/** What an engine does with an utterance; it calls what it wants to tell, when it wants to. */
type Habit = (utterance: SpeechSynthesisUtterance, engine: FakeEngine) => void;

/** An engine with the habits of real ones, on fake timers. */
export class FakeEngine implements Engine {
	speaking = false;
	pending = false;
	cancelled = 0;
	/** Everything it was asked to say. */
	readonly heard: string[] = [];
	readonly #habit: Habit;

	constructor(habit: Habit) {
		this.#habit = habit;
	}

	speak(utterance: SpeechSynthesisUtterance): void {
		this.heard.push(utterance.text);
		this.#habit(utterance, this);
	}

	cancel(): void {
		this.cancelled++;
		this.speaking = this.pending = false;
	}
}

/** As a voice on the device does it: 200 ms a character, with its events. */
export const ordinary: Habit = (utterance, engine) => {
	engine.speaking = true;
	const { cancelled } = engine;
	utterance.onstart?.(new Event('start') as SpeechSynthesisEvent);
	setTimeout(() => {
		if (engine.cancelled > cancelled) return;
		engine.speaking = false;
		utterance.onend?.(new Event('end') as SpeechSynthesisEvent);
	}, utterance.text.length * 200);
};

/** It speaks as long, and tells nothing. */
export const mute: Habit = (utterance, engine) => {
	engine.pending = true;
	setTimeout(() => {
		engine.pending = false;
		engine.speaking = true;
	}, 300);
	setTimeout(() => (engine.speaking = false), 300 + utterance.text.length * 200);
};

/** It says that it has ended as soon as it begins. */
export const hasty: Habit = (utterance, engine) => {
	engine.speaking = true;
	setTimeout(() => {
		utterance.onend?.(new Event('end') as SpeechSynthesisEvent);
	}, 10);
	setTimeout(() => (engine.speaking = false), utterance.text.length * 200);
};

/** It begins, and is speaking for ever. */
export const stalling: Habit = (utterance, engine) => {
	engine.speaking = true;
	utterance.onstart?.(new Event('start') as SpeechSynthesisEvent);
};

/** It takes what it is given, and nothing happens. */
export const asleep: Habit = () => undefined;

/** It ends everything at once, without having said it. */
export const empty: Habit = (utterance) => {
	utterance.onend?.(new Event('end') as SpeechSynthesisEvent);
};

export function utterance(text: string): SpeechSynthesisUtterance {
	const spoken: Partial<SpeechSynthesisUtterance> = { text, onstart: null, onend: null, onerror: null };
	return spoken as SpeechSynthesisUtterance;
}

export function voice(part: Partial<SpeechSynthesisVoice> = {}): SpeechSynthesisVoice {
	return { name: '小华', lang: 'zh-CN', localService: true, default: false, voiceURI: 'xiaohua', ...part };
}
