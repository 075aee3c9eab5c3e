import { setTimeout } from 'node:timers/promises';
import type { LoadedPlan } from '../../plan/load.ts';
import type { Database } from '../database/database.ts';
import type { Keys } from './keys.ts';
import type { PushSender } from './sender.ts';
import { startWork, type Work } from './work/index.ts';
import { logLines, type Logger } from './work/log.ts';

const retryEvery = 5000;

/**
 * The work for a plan and a site, to be begun once there are a database and keys. It begins in the background: pages and
 * calls need not wait until its queues are there. A database that goes away just then must not leave a server that never
 * tells anybody anything, so it is tried until it has begun.
 */
export function workWith(
	plan: LoadedPlan,
	origin: string,
	makeSender: (keys: Keys) => PushSender,
	log: Logger = logLines
) {
	return (database: Database, keys: Keys): Promise<Work> => {
		const ending = new AbortController();
		const begin = async (): Promise<Work | undefined> => {
			while (!ending.signal.aborted) {
				try {
					return await startWork(database, makeSender(keys), plan, {
						origin,
						readTarget: (id, sealed) => keys.vault.open(sealed, id),
						opaque: (name) => keys.vault.opaque(name),
						log
					});
				} catch (error) {
					log('alarm', 'the work could not begin; trying again', { error: String(error) });
				}
				await setTimeout(retryEvery, undefined, { signal: ending.signal }).catch(() => undefined);
			}
			return undefined;
		};
		const begun = begin();
		return Promise.resolve({
			stop: async (patience) => {
				ending.abort();
				await (await begun)?.stop(patience);
			}
		});
	};
}
