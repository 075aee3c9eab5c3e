import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { inProject } from '../../src/commands/project.js';
import { openDatabase } from '../../src/lib/server/database/connect.ts';
import { FolderInUse } from '../../src/lib/server/database/folder-lock.ts';
import { hasPostgres, placeInFolder, placeInPostgres } from './database-under-test.ts';

const connect = pathToFileURL(inProject('src', 'lib', 'server', 'database', 'connect.ts')).href;

/** Another process, in plain Node, that opens the folder, writes a row, says so, and stays. */
async function another(folder: string) {
	const script = `const { openDatabase } = await import(${JSON.stringify(connect)});
		const { kysely } = await openDatabase({ folder: ${JSON.stringify(folder)} });
		await kysely.insertInto('setting').values({ name: 'written', value: 'by another' }).execute();
		console.log('written');
		setInterval(() => undefined, 1000);`;
	const process_ = spawn(process.execPath, ['--input-type=module', '--eval', script], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	await once(createInterface(process_.stdout), 'line');
	return process_;
}

describe('the data folder', () => {
	it('is one process’s, opens again after a kill -9, and has what was written', async () => {
		const place = await placeInFolder();
		const first = await another(place.settings.folder);
		await expect(openDatabase(place.settings)).rejects.toThrow(FolderInUse);

		const ended = once(first, 'exit');
		first.kill('SIGKILL');
		await ended;
		const database = await openDatabase(place.settings);
		const rows = await database.kysely.selectFrom('setting').selectAll().execute();
		expect(rows).toEqual([{ name: 'written', value: 'by another' }]);
		await expect(openDatabase(place.settings)).rejects.toThrow(FolderInUse);
		await database.close();
		await (await openDatabase(place.settings)).close();
		await place.remove();
	}, 60_000);
});

describe.skipIf(!hasPostgres)('servers that start together on PostgreSQL', () => {
	it('migrate it once', async () => {
		const place = await placeInPostgres();
		const opened = await Promise.all(Array.from({ length: 4 }, () => openDatabase(place.settings)));
		const applied = await opened[0]?.kysely.selectFrom('migration').select('number').execute();
		expect(new Set(applied?.map(({ number }) => number)).size).toBe(applied?.length);
		await Promise.all(opened.map((database) => database.close()));
		await place.remove();
	}, 60_000);
});
