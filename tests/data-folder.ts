import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import packages from '../package.json' with { type: 'json' };

/** A database before its first migration: making one takes seconds of work each time, copying it a fraction of one. */
const template = join(tmpdir(), `kandong-empty-database-${packages.dependencies['@electric-sql/pglite']}`);

async function makeTemplate(): Promise<void> {
	const draft = await mkdtemp(`${template}-`);
	await (await PGlite.create({ dataDir: draft })).close();
	// Another test may have been faster; both are the same.
	await rename(draft, template).catch(() => rm(draft, { recursive: true, force: true }));
}

/** A data folder (DATA_DIR) of its own for a server under test, with an empty database in it. */
export async function dataFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
	if (!existsSync(template)) await makeTemplate();
	const folder = await mkdtemp(join(tmpdir(), 'kandong-data-'));
	await cp(template, join(folder, 'database'), { recursive: true });
	return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
