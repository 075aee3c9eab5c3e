import { createHash, timingSafeEqual } from 'node:crypto';
import prometheus from 'prom-client';
import { isLoopback } from './push/address.ts';

/** What this process measures, in the names that Prometheus expects; whoever has something to count registers it here. */
export function createRegistry(): prometheus.Registry {
	const registry = new prometheus.Registry();
	prometheus.collectDefaultMetrics({ register: registry });
	return registry;
}

const viaProxy = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'];

/**
 * Metrics tell how many readers follow what. With a token they are for who has it; without one for this machine, and not
 * for those whose requests a proxy on this machine passes on.
 */
export function mayReadMetrics(headers: Headers, address: string | undefined, token: string | undefined): boolean {
	if (token !== undefined) return same(headers.get('authorization') ?? '', `Bearer ${token}`);
	return (
		address !== undefined && isLoopback(address.replace(/^::ffff:/, '')) && !viaProxy.some((name) => headers.has(name))
	);
}

function same(a: string, b: string): boolean {
	const digest = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(digest(a), digest(b));
}
