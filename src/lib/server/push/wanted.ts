import { ECDH } from 'node:crypto';
import * as v from 'valibot';
import { locales, type Locale } from '../../plan/locale.ts';
import { Problem } from '../api/problem.ts';
import type { Frequency } from '../database/schema.ts';
import type { PushHosts } from './endpoint.ts';
import type { Target } from './vault.ts';

export const mostTopics = 50;

/** What a device wants to hear, and where it is reached. */
export interface Wanted {
	target: Target;
	/** Of the push service. */
	host: string;
	topics: string[];
	locale: Locale;
	frequency: Frequency;
	timeZone: string;
}

/** For changing what is wanted: the endpoint is there when it may have changed. */
export type WantedChange = Omit<Wanted, 'target' | 'host'> & Partial<Pick<Wanted, 'target' | 'host'>>;

const bytes = (length: number) => (text: string) => {
	const read = Buffer.from(text, 'base64url');
	return read.length === length && read.toString('base64url') === text;
};

/** A point that is not on the curve would give away a key where others read it, and fails on each sending. */
function isPoint(text: string): boolean {
	if (!bytes(65)(text)) return false;
	try {
		ECDH.convertKey(text, 'prime256v1', 'base64url');
		return text.startsWith('B');
	} catch {
		return false;
	}
}

function isTimeZone(name: string): boolean {
	if (!/^[a-z][\w+-]*(\/[\w+-]+)*$/i.test(name)) return false;
	try {
		return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
	} catch {
		return false;
	}
}

/** More fields than these (`expirationTime`) come from browsers, and are not kept. */
const subscription = v.object({
	endpoint: v.string(),
	keys: v.object({ p256dh: v.pipe(v.string(), v.check(isPoint)), auth: v.pipe(v.string(), v.check(bytes(16))) })
});

const change = v.object({
	subscription: v.optional(subscription),
	topics: v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(mostTopics)),
	locale: v.picklist(locales),
	frequency: v.picklist(['immediate', 'daily', 'weekly']),
	timeZone: v.optional(v.pipe(v.string(), v.maxLength(64), v.check(isTimeZone)), 'Asia/Shanghai')
});

/**
 * @param known the plan's topics
 * @throws {Problem}
 */
export function readChange(body: unknown, known: ReadonlySet<string>, hosts: PushHosts): WantedChange {
	const read = v.safeParse(change, body);
	if (!read.success) throw new Problem('malformed');
	const { subscription: given, topics, ...rest } = read.output;
	if (topics.some((topic) => !known.has(topic))) throw new Problem('unknown-topic');
	const place =
		given === undefined
			? {}
			: { target: { endpoint: given.endpoint, ...keysOf(given) }, host: hostOf(given.endpoint, hosts) };
	return { ...rest, topics: [...new Set(topics)].sort(), ...place };
}

/** @throws {Problem} */
export function readWanted(body: unknown, known: ReadonlySet<string>, hosts: PushHosts): Wanted {
	const { target, host, ...rest } = readChange(body, known, hosts);
	if (target === undefined || host === undefined || rest.topics.length === 0) throw new Problem('malformed');
	return { ...rest, target, host };
}

function keysOf({ keys: { p256dh, auth } }: v.InferOutput<typeof subscription>) {
	return { p256dh, auth };
}

function hostOf(endpoint: string, hosts: PushHosts): string {
	const read = hosts.read(endpoint);
	if ('problem' in read) throw new Problem(read.problem === 'host' ? 'host' : 'malformed');
	return read.url.host;
}
