import { browser } from '$app/environment';
import type { Component } from 'svelte';
import { getLocale } from '$lib/paraglide/runtime';
import { likingFrom, type Liking } from './manner';
import { availability, watchVoices, type Availability } from './voices';

/** Where reading begins, and which pages it goes on to when this one is read. */
export interface Wish {
	/** A card or a section that is said, see journey.ts. */
	from: HTMLElement;
	/** The button that was pressed: focus goes back there. */
	by: HTMLElement;
	/** Addresses of decks. */
	then: readonly string[];
}

const engine = browser && 'speechSynthesis' in globalThis ? speechSynthesis : undefined;

/** Reading aloud, as all pages know it. Small, since every page has it: the player is fetched when somebody wants it. */
class Aloud {
	voices = $state.raw<SpeechSynthesisVoice[]>([]);
	waiting = $state(true);
	wish = $state.raw<Wish>();
	liking = $state.raw<Liking>(likingFrom(undefined));
	Player = $state.raw<Component<{ wish: Wish }>>();
	#keep: ((liking: Liking) => void) | undefined;
	#watching = false;

	get availability(): Availability {
		if (!browser) return 'waiting';
		return availability(engine && this.voices, getLocale(), this.waiting);
	}

	/** Begins to look for voices. */
	watch(): void {
		if (this.#watching || !engine) return;
		this.#watching = true;
		watchVoices(engine, (voices, waiting) => {
			this.voices = voices;
			this.waiting = waiting;
		});
	}

	/** Takes up what the reader chose before, and says where further choices are kept. */
	recall(stored: unknown, keep: (liking: Liking) => void): void {
		this.#keep = keep;
		if (stored !== undefined) this.liking = likingFrom(stored);
	}

	choose(part: Partial<Liking>): void {
		this.liking = { ...this.liking, ...part };
		this.#keep?.(this.liking);
	}

	/** Ahead of the press. What fails here fails again then. */
	readonly prepare = (): void => void this.#load().catch(() => undefined);

	async read(wish: Wish): Promise<void> {
		await this.#load();
		this.wish = wish;
	}

	close(): void {
		this.wish = undefined;
	}

	async #load(): Promise<void> {
		this.Player ??= (await import('./Player.svelte')).default;
	}
}

export const aloud = new Aloud();
