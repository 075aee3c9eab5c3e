import type { LoadedPlan } from '../../plan/load.ts';
import type { Database } from '../database/database.ts';
import type { Keys } from './keys.ts';
import type { PushSender } from './sender.ts';
import { startWork, type Work } from './work/index.ts';
import { logLines } from './work/log.ts';

/**
 * The work for a plan and a site, to be begun once there are a database and keys. It begins in the background: pages and
 * calls need not wait until its queues are there.
 */
export function workWith(plan: LoadedPlan, origin: string, makeSender: (keys: Keys) => PushSender) {
	return (database: Database, keys: Keys): Promise<Work> => {
		const begun = startWork(database, makeSender(keys), plan, {
			origin,
			readTarget: (id, sealed) => keys.vault.open(sealed, id),
			opaque: (name) => keys.vault.opaque(name)
		});
		begun.catch((error: unknown) => logLines('alarm', 'the work could not begin', { error: String(error) }));
		return Promise.resolve({ stop: (patience) => begun.then((work) => work.stop(patience)) });
	};
}
