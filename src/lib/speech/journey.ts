import { linesOf, type Line } from './lines';

/** A card or a section, as it is said. */
export interface Passage {
	element: HTMLElement;
	/** Of a card, its id. */
	card?: string;
	title: string;
	lines: Line[];
}

/** What is said, in order: cards in their deck, and sections of a page. */
const said = '[data-card], [data-aloud]';

/** The way of a reading: along what is said on this page, then on to further pages. */
export class Journey {
	#at: HTMLElement;
	readonly #onward: string[];
	readonly #go: (address: string) => Promise<void>;

	constructor(from: HTMLElement, onward: readonly string[], go: (address: string) => Promise<void>) {
		this.#at = from;
		this.#onward = [...onward];
		this.#go = go;
	}

	here(): Passage {
		const element = this.#at;
		const { card } = element.dataset;
		const title = (element.querySelector('h2') ?? element).textContent.trim();
		return { element, title, lines: linesOf(element), ...(card === undefined ? {} : { card }) };
	}

	/** The one after, if need be on the next page; undefined at the end. */
	async onward(): Promise<Passage | undefined> {
		const next = this.#beside(1);
		if (next) return this.#stand(next);
		for (let address = this.#onward.shift(); address !== undefined; address = this.#onward.shift()) {
			await this.#go(address);
			const first = all()[0];
			if (first) return this.#stand(first);
		}
		return undefined;
	}

	back(): Passage | undefined {
		const previous = this.#beside(-1);
		return previous && this.#stand(previous);
	}

	/** To a card that the reader has turned to. */
	to(card: string): Passage | undefined {
		const element = all().find(({ dataset }) => dataset.card === card);
		return element && this.#stand(element);
	}

	get lost(): boolean {
		return !this.#at.isConnected;
	}

	#stand(element: HTMLElement): Passage {
		this.#at = element;
		return this.here();
	}

	#beside(by: 1 | -1): HTMLElement | undefined {
		const among = all();
		const at = among.indexOf(this.#at);
		return at === -1 ? undefined : among[at + by];
	}
}

function all(): HTMLElement[] {
	return [...document.querySelectorAll<HTMLElement>(`main :is(${said})`)];
}
