import type { Component, ComponentProps } from 'svelte';
import type Aloud from './Aloud.svelte';
import type AloudButton from './AloudButton.svelte';

interface Parts {
	Aloud: Component<ComponentProps<typeof Aloud>>;
	AloudButton: Component<ComponentProps<typeof AloudButton>>;
}

/** Reading aloud needs scripts and voices, which come late anyway: it is fetched after the page has been read first. */
class Later {
	parts = $state.raw<Parts>();

	async load(): Promise<void> {
		this.parts ??= (await import('./aloud')).parts;
	}
}

export const later = new Later();
