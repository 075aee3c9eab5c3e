import type { Locale } from '../plan/locale.ts';
import { chunksOf } from './chunks.ts';
import { paceOf } from './languages/index.ts';

/** What is asked of the browser's `speechSynthesis`. */
export type Engine = Pick<SpeechSynthesis, 'speak' | 'cancel' | 'speaking' | 'pending'>;

export interface Manner {
	locale: Locale;
	voice: SpeechSynthesisVoice;
	/** 1 is the voice's ordinary speed. */
	rate: number;
}

/** `failed`: the engine says nothing, whatever it reports. */
export type Ending = 'said' | 'stopped' | 'failed';
/** `failed`: it did not begin; `stalled`: it began, and never ended. */
type ChunkEnding = Ending | 'stalled';

/** How often the engine is looked at, since events get lost. */
const lookEvery = 250;
/** An engine that has not begun by then never will. */
const beginsWithin = 4000;
/** Chunks in a row that were not heard, before the reader is told so. */
const patience = 3;
/** Chrome drops what is spoken right after a cancel. */
const afterCancel = 80;

/**
 * Says one text at a time, in chunks, on engines that stall, lose events, end before they have spoken or never begin.
 * It never pauses the engine: on Android that ends it. Whoever pauses stops, and says the sentence again.
 */
export class Speaker {
	readonly #engine: Engine;
	readonly #utterance: (text: string) => SpeechSynthesisUtterance;
	/** Ends the chunk that is being said. */
	#end: ((ending: 'stopped') => void) | undefined;
	#turn = 0;
	#unheard = 0;
	#cancelled = 0;

	constructor(engine: Engine, utterance: (text: string) => SpeechSynthesisUtterance) {
		this.#engine = engine;
		this.#utterance = utterance;
	}

	/** What was being said before is stopped. */
	async say(text: string, manner: Manner): Promise<Ending> {
		this.stop();
		const turn = this.#turn;
		for (const chunk of chunksOf(text, manner.locale)) {
			// A voice that did not begin is asked once more: the first failure is often the engine waking up.
			for (let again = true; again;) {
				await this.#free();
				if (turn !== this.#turn) return 'stopped';
				const ending = await this.#say(chunk, manner);
				if (ending === 'stopped') return ending;
				this.#unheard = ending === 'said' ? 0 : this.#unheard + 1;
				if (this.#unheard === patience) {
					this.#unheard = 0;
					return 'failed';
				}
				again = ending === 'failed' && this.#unheard === 1;
			}
		}
		return 'said';
	}

	/** At once; what is being said ends as `stopped`. */
	stop(): void {
		this.#turn++;
		this.#end?.('stopped');
		this.#cancel();
	}

	#cancel(): void {
		if (!this.#engine.speaking && !this.#engine.pending) return;
		this.#engine.cancel();
		this.#cancelled = Date.now();
	}

	/** The engine has let go of what it was told before. */
	async #free(): Promise<void> {
		this.#cancel();
		const wait = this.#cancelled + afterCancel - Date.now();
		if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
	}

	#say(text: string, { voice, rate, locale }: Manner): Promise<ChunkEnding> {
		return new Promise((resolve) => {
			const expected = (text.length * paceOf[locale].character) / rate;
			const start = Date.now();
			const elapsed = () => Date.now() - start;
			const utterance = Object.assign(this.#utterance(text), { voice, lang: voice.lang, rate });
			let begun = false;
			let told = false;
			let silent = 0;

			const end = (ending: ChunkEnding) => {
				clearInterval(timer);
				this.#end = undefined;
				utterance.onstart = utterance.onend = utterance.onerror = null;
				resolve(ending);
			};
			const look = () => {
				const { speaking, pending } = this.#engine;
				begun ||= speaking;
				silent = speaking || pending ? 0 : silent + 1;
				// Some say that they have ended before they have; others never say so. Between queue and voice, for one look, an
				// engine may seem idle.
				if (!speaking && (told || (begun && silent > 1))) {
					// Nobody says a text in a sixth of its time: an engine without data “ends” at once.
					end(elapsed() < expected / 6 ? 'failed' : 'said');
				} else if (!begun && elapsed() > beginsWithin) end('failed');
				else if (elapsed() > expected * 2 + beginsWithin) end('stalled');
			};
			const timer = setInterval(look, lookEvery);
			utterance.onstart = () => (begun = true);
			utterance.onend = () => {
				told = true;
				look();
			};
			utterance.onerror = () => end('failed');
			// `#end` holds the utterance until it has ended: Chrome’s events are lost with one that nobody holds.
			this.#end = end;
			this.#engine.speak(utterance);
		});
	}
}
