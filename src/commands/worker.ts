/** `npm run worker`: one more push worker, beside the server's own or instead of it (WORKERS=0), on the same database. */
import process from 'node:process';
import { loadPlan } from '../lib/plan/load.ts';
import { openDatabase } from '../lib/server/database/connect.ts';
import { readKeys, tieKeys } from '../lib/server/push/keys.ts';
import { makeSender } from '../lib/server/push/make-sender.ts';
import { workWith } from '../lib/server/push/work-with.ts';
import { EnvironmentReader, readServerSettings } from '../lib/server/settings.js';
import { contentFolder, readFolder } from './content-folder.ts';
import { readEnvironment } from './environment.js';

try {
	await work();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
}

async function work(): Promise<void> {
	const { origin } = readEnvironment(process.env);
	const reader = new EnvironmentReader(process.env);
	const settings = readServerSettings(reader);
	reader.done();
	if (settings.databaseUrl === undefined)
		throw new Error(
			'A worker of its own needs a database that several processes can share: set DATABASE_URL to a PostgreSQL.'
		);

	const keys = await readKeys(settings.folder, settings);
	const database = await openDatabase({ url: settings.databaseUrl });
	await tieKeys(keys, database.kysely);
	const plan = loadPlan(await readFolder(contentFolder));
	const running = await workWith(plan, origin, (keys) => makeSender(settings, origin, keys))(database, keys);
	console.log(`A push worker for ${origin} is at work. Ctrl-C ends it.`);

	const end = () =>
		void running
			.stop()
			.then(() => database.close())
			.finally(() => process.exit(0));
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end);
}
