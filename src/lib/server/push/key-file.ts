import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Keys that must not be replaced and can't be used; the message says why and what to do. The start ends with it. */
export class KeysProblem extends Error {
	override name = 'KeysProblem';
}

/**
 * The content of a key file, which is made when there is none. One that is there is never made anew, whatever is wrong with
 * it: new keys would silently cut off every reader.
 * @param make what to write into a new file
 * @param read takes the content apart, or throws with what is wrong with it
 * @throws {KeysProblem}
 */
export async function keyFile<T>(path: string, make: () => string, read: (content: string) => T): Promise<T> {
	const content = await existing(path);
	try {
		return read(content ?? (await created(path, make())));
	} catch (error) {
		throw problem(path, error);
	}
}

async function existing(path: string): Promise<string | undefined> {
	try {
		const content = await readFile(path, 'utf8');
		await chmod(path, 0o600);
		return content;
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
		throw problem(path, error);
	}
}

/** Whole or not at all, and by one of several servers that start together: the others get what that one wrote. */
async function created(path: string, content: string): Promise<string> {
	await mkdir(dirname(path), { recursive: true, mode: 0o700 });
	const draft = `${path}.${randomBytes(6).toString('hex')}`;
	const file = await open(draft, 'wx', 0o600);
	try {
		await file.writeFile(content);
		await file.sync();
		await link(draft, path);
		return content;
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return await readFile(path, 'utf8');
		throw error;
	} finally {
		await file.close();
		await unlink(draft);
	}
}

function problem(path: string, error: unknown): KeysProblem {
	const reason = error instanceof Error ? error.message : String(error);
	return new KeysProblem(
		`The key file ${path} can't be used: ${reason}. Keys are not made anew, because every reader's notifications ` +
			`depend on them: mend the file or put back a copy of it.`
	);
}
