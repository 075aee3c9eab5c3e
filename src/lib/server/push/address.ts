import { lookup as systemLookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** A name led into our own network, or to no address at all. */
class NoPublicAddress extends Error {
	readonly code = 'ENOTPUBLIC';
	constructor() {
		super('The name has an address that is not public.');
	}
}

/** Everything that is handed out for the public Internet so far. */
const global6 = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an address is somewhere on the public Internet. Addresses that carry another one inside (mapped, compatible,
 * NAT64, 6to4, Teredo) are not: the inner one could be anything. Nor is 100.64/10, where one cloud keeps its metadata.
 */
export function isPublic(address: string): boolean {
	if (isIP(address) === 0) return false;
	const parsed = ipaddr.parse(address);
	return parsed.range() === 'unicast' && (parsed instanceof ipaddr.IPv4 || parsed.match(global6));
}

export function isLoopback(address: string): boolean {
	return isIP(address) !== 0 && ipaddr.parse(address).range() === 'loopback';
}

type Resolve = (
	host: string,
	options: LookupOptions & { all: true },
	callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void
) => void;

/**
 * A lookup for connections to push services: it gives only addresses that were checked, and the connection uses just
 * those, so that a name which changes its address in between (DNS rebinding) gains nothing. One address that is not public
 * refuses the whole name.
 * @param local names that may lead to this machine itself, because the operator has said so (PUSH_HOSTS, for tests)
 */
export function publicLookup(local: ReadonlySet<string> = new Set(), resolve: Resolve = systemLookup): LookupFunction {
	return (host, options, callback) => {
		const may = local.has(host) ? (address: string) => isLoopback(address) || isPublic(address) : isPublic;
		resolve(host, { ...options, all: true }, (error, addresses) => {
			if (error) {
				callback(error, '', 0);
				return;
			}
			const [first] = addresses;
			if (!first || !addresses.every(({ address }) => may(address))) callback(new NoPublicAddress(), '', 0);
			else if (options.all) callback(null, addresses);
			else callback(null, first.address, first.family);
		});
	};
}
