/** A push worker as a process of its own, for tests that kill it: as impatient as a test, and with no updates of its own. */
import { readFileSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import process from 'node:process';
import type { LoadedPlan } from '../../src/lib/plan/load.ts';
import { openDatabase } from '../../src/lib/server/database/connect.ts';
import { PushSender } from '../../src/lib/server/push/sender.ts';
import type { Vapid } from '../../src/lib/server/push/vapid-headers.ts';
import { startWork } from '../../src/lib/server/push/work/index.ts';
import { readPlainTarget } from '../push-service/readers.ts';

const [url, vapid, certificate] = process.argv.slice(2);
if (url === undefined || vapid === undefined || certificate === undefined) throw new Error('Arguments are missing.');

/** Says whose answer it did not wait for: on a slow machine the service may have accepted all the same. */
class WatchedSender extends PushSender {
	override async send(...[target, payload, options]: Parameters<PushSender['send']>) {
		const answer = await super.send(target, payload, options);
		if (answer.kind === 'unreachable' && answer.status === undefined) process.send?.({ gaveUp: target.endpoint });
		return answer;
	}
}

// Nothing to notice, and nothing to read: a worker is started twenty times.
const noPlan = { lookup: { content: { updates: [] } } } as unknown as LoadedPlan;
const database = await openDatabase({ url });
const sender = new WatchedSender({
	vapid: JSON.parse(vapid) as Vapid,
	allowed: () => true,
	ca: readFileSync(certificate, 'utf8')
});
const work = await startWork(database, sender, noPlan, {
	origin: 'https://plan.example.cn',
	readTarget: readPlainTarget,
	opaque: (name) => Buffer.from(name).toString('base64url').slice(-32),
	log: () => undefined,
	lookEvery: 1,
	calm: 5,
	sweepEvery: 2,
	pollEvery: 0.5,
	firstRetry: 1
});
process.send?.('ready');
// For the next one: this one will not live to do it at its end.
flushCompileCache();

process.once('SIGTERM', () => {
	void work
		.stop()
		.then(() => database.close())
		.finally(() => process.exit(0));
});
