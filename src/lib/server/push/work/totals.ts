import { sql, type Kysely } from 'kysely';
import type { Schema } from '../../database/schema.ts';
import type { Answered } from '../answer.ts';

/** Upper bounds, in seconds, of the histogram of how long messages wait. */
export const delayBounds = [1, 5, 15, 60, 300, 900, 3600, 6 * 3600, 24 * 3600, 48 * 3600, Infinity] as const;

/** Milliseconds between writes. */
const every = 1000;

/**
 * Counts for /metrics, kept in the database: workers may run where nobody can ask them, and come and go. What a killed
 * worker counted in its last second is lost.
 */
export class Totals {
	readonly #kysely: Kysely<Schema>;
	#sends = new Map<string, { host: string; answer: string; count: number }>();
	#delays = new Map<number, { count: number; seconds: number }>();
	#timer: NodeJS.Timeout | undefined;

	constructor(kysely: Kysely<Schema>) {
		this.#kysely = kysely;
	}

	/** @param seconds since the message was queued */
	count(host: string, answer: Answered, seconds: number): void {
		const service = serviceOf(host);
		const key = `${service} ${answer.kind}`;
		const sent = this.#sends.get(key) ?? { host: service, answer: answer.kind, count: 0 };
		this.#sends.set(key, { ...sent, count: sent.count + 1 });
		if (answer.kind === 'accepted') {
			const bound = delayBounds.find((bound) => seconds <= bound) ?? Infinity;
			const delay = this.#delays.get(bound) ?? { count: 0, seconds: 0 };
			this.#delays.set(bound, { count: delay.count + 1, seconds: delay.seconds + Math.max(0, seconds) });
		}
		this.#timer ??= setTimeout(() => void this.write(), every);
	}

	async write(): Promise<void> {
		const [sends, delays] = [[...this.#sends.values()], [...this.#delays]];
		this.#sends = new Map();
		this.#delays = new Map();
		clearTimeout(this.#timer);
		this.#timer = undefined;
		// In one order everywhere, so that two workers never wait for each other.
		sends.sort((a, b) => (a.host + a.answer < b.host + b.answer ? -1 : 1));
		delays.sort(([a], [b]) => a - b);
		try {
			if (sends.length > 0)
				await sql`insert into send_total (host, answer, count) select * from unnest(
						${sends.map(({ host }) => host)}::text[], ${sends.map(({ answer }) => answer)}::text[],
						${sends.map(({ count }) => count)}::bigint[])
					on conflict (host, answer) do update set count = send_total.count + excluded.count`.execute(this.#kysely);
			if (delays.length > 0)
				await sql`insert into accept_delay (up_to, count, seconds) select * from unnest(
						${delays.map(([bound]) => String(bound))}::float8[], ${delays.map(([, { count }]) => count)}::bigint[],
						${delays.map(([, { seconds }]) => seconds)}::float8[])
					on conflict (up_to) do update set count = accept_delay.count + excluded.count,
						seconds = accept_delay.seconds + excluded.seconds`.execute(this.#kysely);
		} catch {
			// Counts are worth no alarm of their own: whoever can't write them can't send either.
		}
	}
}

/** Windows has a host for each of its data centres; to an operator they are one push service. */
export function serviceOf(host: string): string {
	return host.replace(/^.*\.notify\.windows\.com$/, 'notify.windows.com');
}
