import type { ServerSettings } from '../settings.js';
import { publicLookup } from './address.ts';
import { PushHosts } from './endpoint.ts';
import type { Keys } from './keys.ts';
import { PushSender } from './sender.ts';

/** The sender as the environment wants it. */
export function makeSender(
	{ vapidSubject, pushHosts }: Pick<ServerSettings, 'vapidSubject' | 'pushHosts'>,
	origin: string,
	{ vapid }: Keys
): PushSender {
	// Without either, pushes can only go to a service of this machine's, which asks for nobody.
	const subject = vapidSubject ?? (origin.startsWith('https:') ? origin : 'https://kandong.invalid');
	const hosts = new PushHosts(pushHosts);
	const local = new Set(pushHosts.map((entry) => entry.replace(/:\d+$/, '')).filter((host) => host === 'localhost'));
	return new PushSender({
		vapid: { ...vapid, subject },
		allowed: (url) => hosts.allows(url),
		lookup: publicLookup(local)
	});
}
