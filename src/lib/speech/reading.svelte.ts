import type { Locale } from '../plan/locale';
import type { Journey, Passage } from './journey';
import type { Line } from './lines';
import type { Manner, Speaker } from './speaker';
import { spoken } from './spoken/spoken';

interface Options {
	journey: Pick<Journey, 'here' | 'onward' | 'back' | 'to'>;
	speaker: Pick<Speaker, 'say' | 'stop'>;
	locale: Locale;
	/** The voice and speed of the next sentence; undefined when there is no voice any more. */
	manner: () => Manner | undefined;
	/** What is being said now. */
	onLine: (line: Line, passage: Passage) => void;
	onEnd: () => void;
}

/** A reading under way: which sentence of which card, and whether it is being said. */
export class Reading {
	playing = $state(false);
	/** The engine says nothing. */
	failed = $state(false);
	passage = $state.raw<Passage>({} as Passage);
	#at = 0;
	readonly #options: Options;

	constructor(options: Options) {
		this.#options = options;
		this.passage = options.journey.here();
	}

	/** Says the sentence it stands on, and goes on from there. */
	async play(): Promise<void> {
		const { journey, speaker, locale, manner, onLine, onEnd } = this.#options;
		this.playing = true;
		this.failed = false;
		for (;;) {
			const line = this.passage.lines[this.#at];
			if (line) {
				onLine(line, this.passage);
				const how = manner();
				const ending = how ? await speaker.say(spoken(line.text, locale), how) : 'failed';
				if (ending === 'stopped') return;
				if (ending === 'failed') {
					this.playing = false;
					this.failed = true;
					return;
				}
				this.#at++;
			} else {
				const passage = this.passage;
				const next = await journey.onward();
				// Whoever paused or turned a card meanwhile has the last word.
				if (this.#isPaused() || this.passage !== passage) return;
				if (!next) return onEnd();
				this.#stand(next);
			}
		}
	}

	pause(): void {
		this.playing = false;
		this.#options.speaker.stop();
	}

	/** One sentence on, or to the next card. */
	async next(): Promise<void> {
		if (this.#at + 1 < this.passage.lines.length) return this.#move(this.#at + 1);
		const next = await this.#options.journey.onward();
		if (!next) return this.#options.onEnd();
		this.#stand(next);
		this.#move(0);
	}

	/** One sentence back, or to the card before. */
	previous(): void {
		if (this.#at > 0) return this.#move(this.#at - 1);
		const before = this.#options.journey.back();
		if (before) this.#stand(before);
		this.#move(0);
	}

	/** To a card that the reader has turned to; nothing when it is being read already. */
	turnTo(card: string): void {
		if (this.passage.card === card) return;
		const passage = this.#options.journey.to(card);
		if (!passage) return;
		this.#stand(passage);
		this.#move(0);
	}

	/** The same sentence again, in another voice or at another speed. */
	again(): void {
		if (this.playing) this.#move(this.#at);
	}

	#isPaused(): boolean {
		return !this.playing;
	}

	#stand(passage: Passage): void {
		this.passage = passage;
		this.#at = 0;
	}

	#move(to: number): void {
		this.#at = to;
		this.#options.speaker.stop();
		if (this.playing) return void this.play();
		const line = this.passage.lines[to];
		if (line) this.#options.onLine(line, this.passage);
	}
}
