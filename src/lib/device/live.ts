import { createSubscriber } from 'svelte/reactivity';

type Stop = () => void;

/**
 * A value that lives outside Svelte, as a rune: reading `current` in a template or an effect keeps it up to date for as
 * long as somebody looks. On the server, and until the first value comes, it is the initial one.
 *
 *     const state = new Live((tell) => device.then((opened) => opened.subscribe(tell)), emptyState);
 */
export class Live<T> {
	#current: T;
	readonly #watch: () => void;

	constructor(subscribe: (tell: (value: T) => void) => Stop | Promise<Stop>, initial: T) {
		this.#current = initial;
		this.#watch = createSubscriber((update) => {
			const stop = subscribe((value) => {
				this.#current = value;
				update();
			});
			return () => void Promise.resolve(stop).then((stop) => stop());
		});
	}

	get current(): T {
		this.#watch();
		return this.#current;
	}
}
