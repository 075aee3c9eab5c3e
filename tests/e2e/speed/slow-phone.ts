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
	/** Microseconds of processor time. */
	tdur?: number;
	args: { name?: string };
}

/**
 * How long the page's main thread was held by one task at most while something was done, ms. Processor time, which the
 * slow-down above lengthens like any other, and which doesn't grow when other programs want the processor too.
 */
export async function longestTask(page: Page, work: () => Promise<void>): Promise<number> {
	const session = await page.context().newCDPSession(page);
	const events: TraceEvent[] = [];
	session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
	await slowProcessor(session);
	await session.send('Tracing.start', {
		transferMode: 'ReportEvents',
		traceConfig: { includedCategories: ['toplevel', 'disabled-by-default-devtools.timeline'] }
	});

	await work();

	const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
	await session.send('Tracing.end');
	await complete;
	await session.detach();

	const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
	const mainThreads = new Set(
		events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(threadOf)
	);
	const tasks = events.filter((event) => /\bRunTask$/.test(event.name) && mainThreads.has(threadOf(event)));
	if (tasks.length === 0) throw new Error('The trace holds no task of the page.');
	return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
}
