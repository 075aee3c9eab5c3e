import { browser } from '$app/environment';
import type { Device } from '$lib/device/device';
import type { Fault } from '$lib/device/fault';
import type { DeviceState, EditionRecord, Json } from '$lib/device/records';
import type { Update } from '$lib/plan/plan';
import { recall, remember } from './glimpse';
import { persist } from './persist';

/**
 * This reader, as the pages know them: what they follow, have read and been told. The truth is the device's database, which
 * is opened when the page has long been readable; until then a glimpse from the last visit keeps buttons from flickering.
 */
class Reader {
	state = $state.raw<DeviceState>();
	/** Why the device can't remember; shown in one line, reading goes on. */
	fault = $state<Fault>();
	/** The day of the visit before this one, ISO; `undefined` on a first visit. */
	lastVisit = $state<string>();
	updates = $state.raw<Update[]>([]);
	/** ISO time at which the site handed out the log of updates that is known here. */
	updatesFrom = $state<string>();
	#glimpse = $state.raw(browser ? recall() : { follows: [], unread: 0 });
	#device: Promise<Device> | undefined;

	/** Opens the database and looks for news; call it once, when the page is idle. */
	async start(): Promise<void> {
		if (!browser) return;
		const device = await this.#opened();
		if (!device) return;
		const [edition] = await Promise.all([getEdition(), this.look()]);
		const now = new Date().toISOString();
		if (edition) this.lastVisit = (await device.visit(now, { ...edition, seenAt: now })).lastVisit;
	}

	/** Looks for news: at the start, and when the worker was told of some. */
	async look(): Promise<void> {
		const device = await this.#opened();
		const log = await getAnswer<Update[]>('/changes.json');
		if (!device || !log) return;
		this.updates = log.value;
		this.updatesFrom = log.from;
		await device.receive(
			log.value.map(({ id }) => ({ id })),
			new Date().toISOString()
		);
		this.#glance();
	}

	follows(topic: string): boolean {
		return this.followed.includes(topic);
	}

	/** As the reader left it, whether or not the database has all of it. */
	get followed(): string[] {
		const { follows, unsaved = {} } = this.#glimpse;
		const known = this.state?.follows.map(({ topic }) => topic) ?? follows;
		const added = Object.keys(unsaved).filter((topic) => unsaved[topic] && !known.includes(topic));
		return [...known.filter((topic) => unsaved[topic] ?? true), ...added];
	}

	async toggle(topic: string): Promise<void> {
		const follow = !this.follows(topic);
		this.#glimpse = { ...this.#glimpse, unsaved: { ...this.#glimpse.unsaved, [topic]: follow } };
		this.#glance();
		const device = await this.#opened();
		if (!device) return;
		await this.#setFollow(device, topic, follow);
		if (follow) await persist();
	}

	isUnread(update: string): boolean {
		return this.state?.inbox.some((entry) => entry.update === update && entry.read === 0) ?? false;
	}

	/** Unread updates of followed topics: what the badge counts. */
	get unread(): number {
		return this.unreadUpdates?.length ?? this.#glimpse.unread;
	}

	/** Their ids; nothing until they are known. */
	get unreadUpdates(): string[] | undefined {
		if (!this.state || this.updates.length === 0) return undefined;
		return this.updates
			.filter(({ id, topics }) => topics.some((topic) => this.follows(topic)) && this.isUnread(id))
			.map(({ id }) => id);
	}

	/** Ids of updates that were read on this device, followed or not. */
	get readUpdates(): string[] {
		return this.state?.inbox.filter(({ read }) => read === 1).map(({ update }) => update) ?? [];
	}

	/** Unread updates of a topic, followed or not, or of a card. */
	newsOf(what: { topic: string } | { card: string }): Update[] {
		return this.updates.filter(
			({ id, topics, cards }) =>
				this.isUnread(id) && ('topic' in what ? topics.includes(what.topic) : cards.includes(what.card))
		);
	}

	async readCard(card: string, version: string): Promise<void> {
		const device = await this.#opened();
		const told = this.updates.filter(({ cards }) => cards.includes(card)).map(({ id }) => id);
		await device?.readCard(card, version, new Date().toISOString(), told);
	}

	/**
	 * What the reader was shown is read, and later changes are measured from the edition seen now. The log may know more
	 * than this release: that comes with the next one, and is news then.
	 */
	async markRead(shown: readonly string[]): Promise<void> {
		const device = await this.#opened();
		const edition = await getEdition();
		if (edition) await device?.markRead(shown, { ...edition, seenAt: new Date().toISOString() });
	}

	/** The edition that the last “mark as read” (or the first visit) was about. */
	get baseline(): EditionRecord | undefined {
		return this.state?.editions[0];
	}

	get cardsRead(): number {
		return this.state?.reading.length ?? 0;
	}

	setting(key: string): unknown {
		return this.state?.settings.find((setting) => setting.key === key)?.value;
	}

	async keepSetting(key: string, value: Json): Promise<void> {
		await (await this.#open()).setSetting(key, value);
	}

	/** Deletes everything the device holds, and starts anew. */
	async forget(): Promise<void> {
		await (await this.#open()).deleteAll();
		this.#device = undefined;
		this.state = undefined;
		this.#glimpse = { follows: [], unread: 0 };
		remember(this.#glimpse);
		await this.start();
	}

	/** The database itself, for export, import and transfer. */
	device(): Promise<Device> {
		return this.#open();
	}

	#open(): Promise<Device> {
		this.#device ??= import('$lib/device/device').then(async ({ openDevice }) => {
			const device = await openDevice({ onFault: (fault) => (this.fault = fault) });
			for (const [topic, follow] of Object.entries(this.#glimpse.unsaved ?? {}))
				await this.#setFollow(device, topic, follow);
			device.subscribe((state) => {
				this.state = state;
				this.#glance();
			});
			return device;
		});
		// Its script could not be fetched; it may come the next time.
		this.#device.catch(() => (this.#device = undefined));
		return this.#device;
	}

	/** The device, for whoever goes on without it. */
	async #opened(): Promise<Device | undefined> {
		try {
			return await this.#open();
		} catch {
			this.fault = 'failed';
			return undefined;
		}
	}

	async #setFollow(device: Device, topic: string, follow: boolean): Promise<void> {
		if (follow) await device.follow(topic, new Date().toISOString());
		else await device.unfollow(topic);
		const { [topic]: wanted, ...others } = this.#glimpse.unsaved ?? {};
		// Tapped again meanwhile: that is still to be stored.
		if (wanted !== follow) return;
		this.#glimpse = { ...this.#glimpse, unsaved: others };
		this.#glance();
	}

	/** What is not stored yet stays in it, whatever else becomes known: the page may be closed in this very moment. */
	#glance(): void {
		const { unsaved } = this.#glimpse;
		this.#glimpse = { follows: this.followed, unread: this.unread, ...(unsaved && { unsaved }) };
		remember(this.#glimpse);
	}
}

type EditionOnTheWire = Omit<EditionRecord, 'seenAt'>;

async function getEdition(): Promise<EditionOnTheWire | undefined> {
	return (await getAnswer<EditionOnTheWire>('/edition.json'))?.value;
}

interface Told<Value> {
	value: Value;
	/** ISO time. */
	from: string | undefined;
}

/** What the site said, and when, also where the worker answers with what was last known. */
async function getAnswer<Value>(path: string): Promise<Told<Value> | undefined> {
	try {
		const response = await fetch(path);
		if (!response.ok) return undefined;
		const date = Date.parse(response.headers.get('date') ?? '');
		const value = (await response.json()) as Value;
		return { value, from: Number.isNaN(date) ? undefined : new Date(date).toISOString() };
	} catch {
		// Offline with nothing kept: news can wait.
		return undefined;
	}
}

/** One for the browser tab; on the server it knows nothing. */
export const reader = new Reader();
