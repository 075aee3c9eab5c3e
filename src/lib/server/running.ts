/** Everything that lives as long as the server: database, keys, sender, limits, and the work on the queue. */
import type { Registry } from 'prom-client';
import { Problem } from './api/problem.ts';
import { Connection } from './connection.ts';
import type { Database } from './database/connect.ts';
import { exposition, type Family } from './exposition.ts';
import { createRegistry } from './metrics.ts';
import type { Answer } from './push/answer.ts';
import { PushHosts } from './push/endpoint.ts';
import { activationMessage, testMessage } from './push/greetings.ts';
import { readKeys, tieKeys, type Keys } from './push/keys.ts';
import { makeSender } from './push/make-sender.ts';
import { measures } from './push/measures.ts';
import { RateLimit, type Rate } from './push/rate-limit.ts';
import type { SendOptions } from './push/sender.ts';
import { Subscriptions, type Unconfirmed } from './push/subscriptions.ts';
import { Reports } from './reports/reports.ts';
import type { Target } from './push/vault.ts';
import type { ServerSettings } from './settings.js';

/** What there is of a sender. The work on the queue needs all of a `PushSender`; tests replace what API calls need. */
export interface Sends {
	send(target: Target, payload: string, options: SendOptions): Promise<Answer>;
	close(): void;
}

export interface Work {
	/** @param patience milliseconds for what is under way */
	stop(patience?: number): Promise<void>;
}

export interface Site {
	/** Its address, for links in notifications. */
	origin: string;
	topics: readonly string[];
}

export interface Parts {
	/** Another sender, for tests. */
	sender?: Sends;
	/** Begins the work on the queue, each time a database was opened. */
	startWork?: (database: Database, keys: Keys, sender: Sends) => Promise<Work>;
	limits?: Partial<Rates>;
}

type Rates = Record<'call' | 'allCalls' | 'greeting' | 'allGreetings' | 'test' | 'report' | 'allReports', Rate>;

/** Per address generous: in mobile networks thousands of readers have one address, and each asks once a visit. */
const rates: Rates = {
	call: { burst: 240, perSecond: 4 },
	allCalls: { burst: 1000, perSecond: 300 },
	// Each sends something to an endpoint that nobody has confirmed yet.
	greeting: { burst: 20, perSecond: 0.2 },
	allGreetings: { burst: 300, perSecond: 30 },
	test: { burst: 1, perSecond: 0.1 },
	// A person writes few, and an editor reads each: four thousand a day at most, some megabytes.
	report: { burst: 10, perSecond: 0.02 },
	allReports: { burst: 300, perSecond: 0.05 }
};

const greetingOptions: SendOptions = { ttl: 60 * 60, urgency: 'high' };

export class Running {
	readonly settings: ServerSettings;
	readonly origin: string;
	readonly topics: ReadonlySet<string>;
	readonly hosts: PushHosts;
	readonly publicKey: string;
	readonly #ownMetrics: Registry = createRegistry();
	readonly connection: Connection;
	readonly #keys: Keys;
	readonly #sender: Sends;
	readonly #limits: Record<keyof Rates, RateLimit>;
	#work: Work | undefined;

	/** @throws {FolderInUse | KeysProblem} each with a sentence that says what to do */
	static async start(settings: ServerSettings, site: Site, parts: Parts = {}): Promise<Running> {
		const keys = await readKeys(settings.folder, settings);
		const running = new Running(settings, site, keys, parts);
		await running.connection.start();
		return running;
	}

	private constructor(settings: ServerSettings, { origin, topics }: Site, keys: Keys, parts: Parts) {
		this.settings = settings;
		this.origin = origin;
		this.topics = new Set(topics);
		this.hosts = new PushHosts(settings.pushHosts);
		this.publicKey = keys.vapid.publicKey;
		this.#keys = keys;
		this.#sender = parts.sender ?? makeSender(settings, origin, keys);
		const limit = (name: keyof Rates) => new RateLimit(parts.limits?.[name] ?? rates[name]);
		this.#limits = {
			call: limit('call'),
			allCalls: limit('allCalls'),
			greeting: limit('greeting'),
			allGreetings: limit('allGreetings'),
			test: limit('test'),
			report: limit('report'),
			allReports: limit('allReports')
		};
		const { folder, databaseUrl: url } = settings;
		this.connection = new Connection({ url, folder }, async (database) => {
			await tieKeys(keys, database.kysely);
			this.#work = await parts.startWork?.(database, keys, this.#sender);
		});
	}

	/** @throws {Problem} unavailable */
	get subscriptions(): Subscriptions {
		const { database } = this.connection;
		if (!database) throw new Problem('unavailable', 60);
		return new Subscriptions(database.kysely, this.#keys.vault);
	}

	/** @throws {Problem} unavailable */
	get reports(): Reports {
		const { database } = this.connection;
		if (!database) throw new Problem('unavailable', 60);
		return new Reports(database.kysely, this.#keys.vault);
	}

	/** @throws {Problem} too-many */
	count(what: 'call' | 'greeting' | 'report', address: string): void {
		const all = { call: 'allCalls', greeting: 'allGreetings', report: 'allReports' } as const;
		// The caller's own first: who is refused there uses up nothing of the others'.
		const wait = this.#limits[what].take(address) || this.#limits[all[what]].take('');
		if (wait > 0) throw new Problem('too-many', wait);
	}

	/** Sends the token that the device has to give back. Nobody waits for it: whether it came, the device will say. */
	greet(unconfirmed: Unconfirmed): void {
		const message = activationMessage(unconfirmed, this.origin);
		void this.#send(unconfirmed.id, unconfirmed.target, message);
	}

	/** @throws {Problem} too-many, and what `Subscriptions.confirmed` throws */
	async test(id: string, secret: string): Promise<void> {
		const { target, locale } = await this.subscriptions.confirmed(id, secret);
		const wait = this.#limits.test.take(id);
		if (wait > 0) throw new Problem('too-many', wait);
		void this.#send(id, target, testMessage(locale, this.origin));
	}

	/** Prometheus text: what this process needs, and what push does, whichever processes do it. */
	async metrics(): Promise<{ text: string; type: string }> {
		const { database } = this.connection;
		const known = await (database && measures(database.kysely).catch(() => undefined));
		const up: Family = {
			name: 'kandong_database_up',
			help: 'Whether the database answers; without it nothing of push is known.',
			type: 'gauge',
			samples: [{ value: known ? 1 : 0 }]
		};
		const text = (await this.#ownMetrics.metrics()) + exposition([up, ...(known ?? [])]);
		return { text, type: this.#ownMetrics.contentType };
	}

	async close(): Promise<void> {
		await this.#work?.stop(2000);
		this.#sender.close();
		await this.connection.close();
	}

	async #send(id: string, target: Target, message: string): Promise<void> {
		try {
			const { kind } = await this.#sender.send(target, message, greetingOptions);
			if (kind === 'gone') await this.subscriptions.gone(id);
		} catch {
			// The database went away meanwhile, or the keys are none: the device hears nothing, and asks again.
		}
	}
}
