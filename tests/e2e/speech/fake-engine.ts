import type { Page } from '@playwright/test';

export interface Habits {
	/** Languages of its voices on this device. */
	local?: readonly string[];
	/** Languages of its voices that send what they read to their maker. */
	remote?: readonly string[];
	/** Milliseconds after which there are any. */
	voicesAfter?: number;
	/** How many times faster than a voice it speaks. */
	haste?: number;
	/** `stalling`: begins its first utterance and never ends it; `empty`: ends everything at once, unsaid. */
	kind?: 'ordinary' | 'stalling' | 'empty';
}

/** What was said to its end, and what the page looked like meanwhile. */
export interface Said {
	text: string;
	lang: string;
	rate: number;
	/** The text that was marked. */
	marked: string;
	/** The card that was current. */
	card: string | undefined;
}

interface Speech {
	said: Said[];
	/** Texts of everything it was given, said or not, with their speeds. */
	given: { text: string; rate: number }[];
	cancelled: number;
	/** How often it was asked for voices. */
	asked: number;
}

declare global {
	interface Window {
		speechRecord?: Speech;
	}
}

/**
 * Runs in the page before its own scripts: speech as a browser has it, on a device that speaks fast. It notes down itself what
 * the page shows at each utterance's end: a test that looked from outside would look too late.
 */
function stubSpeech({ local = [], remote = [], voicesAfter = 0, haste = 5, kind = 'ordinary' }: Habits): void {
	const record: Speech = { said: [], given: [], cancelled: 0, asked: 0 };
	window.speechRecord = record;
	const voice = (lang: string, localService: boolean) => ({
		name: `${lang}${localService ? '' : ' online'}`,
		voiceURI: `fake:${lang}:${String(localService)}`,
		lang,
		localService,
		default: false
	});
	const voices = [...remote.map((lang) => voice(lang, false)), ...local.map((lang) => voice(lang, true))];

	class Utterance {
		readonly text: string;
		voice: { lang: string } | null = null;
		lang = '';
		rate = 1;
		onstart: (() => void) | null = null;
		onboundary: (() => void) | null = null;
		onend: (() => void) | null = null;
		onerror: (() => void) | null = null;

		constructor(text: string) {
			this.text = text;
		}
	}

	function marked(): string {
		const ranges = [...(CSS.highlights.get('aloud') ?? [])].map(String);
		const blocks = [...document.querySelectorAll('[data-aloud-now]')].map(({ textContent }) => textContent);
		return [...ranges, ...blocks].join('|').replace(/\s+/g, ' ');
	}

	class Engine extends EventTarget {
		speaking = false;
		pending = false;

		constructor() {
			super();
			setTimeout(() => this.dispatchEvent(new Event('voiceschanged')), voicesAfter);
		}

		getVoices() {
			record.asked++;
			return performance.now() < voicesAfter ? [] : voices;
		}

		speak(utterance: Utterance): void {
			const { text, rate } = utterance;
			record.given.push({ text, rate });
			if (kind === 'empty') return void setTimeout(() => utterance.onend?.());
			const { cancelled } = record;
			const isCancelled = () => record.cancelled > cancelled;
			this.pending = true;
			setTimeout(() => {
				if (isCancelled()) return;
				this.pending = false;
				this.speaking = true;
				utterance.onstart?.();
				if (kind === 'stalling' && record.given.length === 1) return;
				const takes = (text.length * (utterance.voice?.lang.startsWith('zh') ? 230 : 70)) / rate / haste;
				setTimeout(() => isCancelled() || utterance.onboundary?.(), takes / 2);
				setTimeout(() => {
					if (isCancelled()) return;
					const card = document.querySelector<HTMLElement>('[data-card][aria-current=true]')?.dataset.card;
					record.said.push({ text, lang: utterance.lang, rate, marked: marked(), card });
					this.speaking = false;
					utterance.onend?.();
				}, takes);
			}, 20);
		}

		cancel(): void {
			record.cancelled++;
			this.speaking = this.pending = false;
		}
	}

	for (const [name, value] of Object.entries({ speechSynthesis: new Engine(), SpeechSynthesisUtterance: Utterance }))
		Object.defineProperty(window, name, { configurable: true, value });
}

/** Gives the page an engine with these habits, for every document that it opens. */
export async function fakeEngine(page: Page, habits: Habits): Promise<void> {
	await page.addInitScript(stubSpeech, habits);
}

/** What its engine has been asked and has said since the page's document was opened. */
export function speech(page: Page): Promise<Speech> {
	return page.evaluate(() => window.speechRecord ?? { said: [], given: [], cancelled: 0, asked: 0 });
}
