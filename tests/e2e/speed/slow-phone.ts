import type { CDPSession, Page } from '@playwright/test';

/** A five-year-old phone on slow 4G, as Lighthouse has it: 150 ms, 1.6 Mbit/s, a processor a quarter as fast. */
export async function slowNetwork(session: CDPSession): Promise<void> {
	await session.send('Network.enable');
	await session.send('Network.emulateNetworkConditions', {
		offline: false,
		latency: 150,
		downloadThroughput: 1.6e6 / 8,
		uploadThroughput: 0.75e6 / 8
	});
}

export async function slowProcessor(session: CDPSession): Promise<void> {
	await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

interface TraceEvent {
	name: string;
	pid: number;
	tid: number;
	/** Microseconds. */
	ts: number;
	/** Microseconds of processor time. */
	tdur?: number;
	args: { name?: string; data?: { type?: string } };
}

/**
 * What the page's main thread did while something was done at a quarter of the speed. Times are processor time, which that
 * slow-down lengthens like any other, and which doesn't grow when other programs want the processor too.
 */
export async function traced(page: Page, work: () => Promise<void>): Promise<MainThread> {
	const session = await page.context().newCDPSession(page);
	const events: TraceEvent[] = [];
	session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
	await slowProcessor(session);
	await session.send('Tracing.start', {
		transferMode: 'ReportEvents',
		traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'] }
	});

	await work();

	const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
	await session.send('Tracing.end');
	await complete;
	await session.detach();
	return new MainThread(events);
}

class MainThread {
	readonly #events: TraceEvent[];
	readonly #tasks: TraceEvent[];

	constructor(all: readonly TraceEvent[]) {
		const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
		const mainThreads = new Set(
			all.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(threadOf)
		);
		this.#events = all.filter((event) => mainThreads.has(threadOf(event))).sort((a, b) => a.ts - b.ts);
		// Not “ThreadControllerImpl::RunTask” beside it, or each would count twice.
		this.#tasks = this.#events.filter(({ name }) => name === 'RunTask');
		if (this.#tasks.length === 0) throw new Error('The trace holds no task of the page.');
	}

	/** The longest that one task held the thread, ms. */
	get longestTask(): number {
		return Math.max(...this.#tasks.map(({ tdur = 0 }) => tdur)) / 1000;
	}

	/** For each change of a text field, what the thread did from the key to the picture that shows its effect, ms. */
	get keys(): number[] {
		const inputs = this.#events.filter(({ name, args }) => name === 'EventDispatch' && args.data?.type === 'input');
		return inputs.map(({ ts }) => {
			const from = this.#tasks.findLastIndex((task) => task.ts <= ts);
			const painted = this.#events.find((event) => event.name === 'Commit' && event.ts > ts)?.ts ?? NaN;
			const to = this.#tasks.findLastIndex((task) => task.ts <= painted);
			if (from === -1 || to < from) throw new Error('The trace does not show what a key led to.');
			return this.#tasks.slice(from, to + 1).reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000;
		});
	}
}
