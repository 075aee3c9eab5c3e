import { browser } from '$app/environment';
import { MediaQuery } from 'svelte/reactivity';
import { installWay, type InstallWay } from './way';

/** Chromium's event (https://wicg.github.io/manifest-incubations/); TypeScript's library does not have it. */
interface InstallPromptEvent extends Event {
	prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

export type PromptOutcome = 'accepted' | 'dismissed' | 'impossible';

class InstallOffer {
	#looked = $state(false);
	#event = $state.raw<InstallPromptEvent>();
	#installed = $state(false);
	readonly #ownWindow = new MediaQuery('(display-mode: standalone)', false);

	constructor() {
		if (!browser) return;
		// The event comes once a page load and waits for nobody: the layout imports this module for these listeners.
		addEventListener('beforeinstallprompt', (event) => {
			// Without this Android's Chrome slides in a bar of its own.
			event.preventDefault();
			this.#event = event as InstallPromptEvent;
		});
		addEventListener('appinstalled', () => {
			this.#event = undefined;
			this.#installed = true;
		});
	}

	/** Undefined until the layout has called `look`, so that the first render is the one in the HTML. */
	get way(): InstallWay | undefined {
		if (!this.#looked) return undefined;
		const { standalone } = navigator as { standalone?: boolean };
		return installWay({
			standalone: this.#installed || this.#ownWindow.current,
			hasPrompt: this.#event !== undefined,
			iosStandalone: standalone,
			userAgent: navigator.userAgent
		});
	}

	look() {
		this.#looked = true;
	}

	/** Opens the browser's dialog; it can be opened once, and the browser decides when to hand out another. */
	async prompt(): Promise<PromptOutcome> {
		const event = this.#event;
		if (!event) return 'impossible';
		this.#event = undefined;
		try {
			const { outcome } = await event.prompt();
			if (outcome === 'accepted') this.#installed = true;
			return outcome;
		} catch {
			return 'impossible';
		}
	}
}

export const installOffer = new InstallOffer();
