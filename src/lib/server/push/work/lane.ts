import type { Message } from './claim.ts';

/** The messages of one push service that this worker has claimed: those that wait here, and those under way. */
export class Lane {
	readonly #most: number;
	#waiting: Message[] = [];
	#underWay = 0;

	/** @param most how many may be under way */
	constructor(most: number) {
		this.#most = most;
	}

	get claimed(): number {
		return this.#waiting.length + this.#underWay;
	}

	/** How many to claim now. A claim for each message that ends would be a claim for each message, so: some at a time. */
	get room(): number {
		const room = 2 * this.#most - this.claimed;
		return room >= this.#most / 2 ? room : 0;
	}

	add(messages: readonly Message[]): void {
		this.#waiting.push(...messages);
	}

	/** The next that may be under way, which counts as that until `done`. */
	next(): Message | undefined {
		if (this.#underWay >= this.#most) return undefined;
		const message = this.#waiting.shift();
		if (message) this.#underWay += 1;
		return message;
	}

	done(): void {
		this.#underWay -= 1;
	}

	/** Gives up what waits. */
	clear(): Message[] {
		const waiting = this.#waiting;
		this.#waiting = [];
		return waiting;
	}
}
