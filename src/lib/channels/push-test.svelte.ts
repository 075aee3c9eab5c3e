import { isPushMessage } from '$lib/device/push-message';
import type { Registration } from '$lib/device/records';
import { sendTest, type TestAnswer } from '$lib/push/api';

/** Milliseconds. A push that takes longer is no use as a test. */
export const patience = 20_000;

/** `lost`: nothing arrived in time, which says more about the way than about the server. */
export type TestState = 'none' | 'asking' | 'sent' | 'arrived' | 'lost' | Exclude<TestAnswer, 'asked'>;

/** One test push after the other, and whether it came through. */
export class PushTest {
	state = $state<TestState>('none');
	#arrivals = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;

	get busy(): boolean {
		return this.state === 'asking' || this.state === 'sent';
	}

	async send(registration: Registration): Promise<void> {
		if (this.busy) return;
		this.state = 'asking';
		const before = this.#arrivals;
		const answer = await sendTest(registration);
		// A fast push is there before the server's answer is.
		if (this.#arrivals > before) return;
		this.state = answer === 'asked' ? 'sent' : answer;
		if (answer === 'asked') this.#timer = setTimeout(() => (this.state = 'lost'), patience);
	}

	/** Hears from the worker that a test has arrived. @returns what ends that */
	watch(): () => void {
		const hear = ({ data }: MessageEvent) => {
			if (!isPushMessage(data) || data.type !== 'PUSH' || data.kind !== 'test') return;
			clearTimeout(this.#timer);
			this.#arrivals += 1;
			this.state = 'arrived';
		};
		navigator.serviceWorker.addEventListener('message', hear);
		return () => {
			clearTimeout(this.#timer);
			navigator.serviceWorker.removeEventListener('message', hear);
		};
	}
}
