import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { inProject } from '../../src/commands/project.js';

/** The server as it is in life, once it listens. */
export async function serve(port: number, env: Record<string, string>): Promise<ChildProcess> {
	const server = spawn(process.execPath, [inProject('src', 'commands', 'serve.ts')], {
		env: { ...process.env, PORT: String(port), HOST: '', DATABASE_URL: '', ...env },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const ended = once(server, 'exit').then(() => {
		throw new Error('The server ended before it listened.');
	});
	await Promise.race([once(server.stdout, 'data'), ended]);
	return server;
}

/** @returns how it ended; undefined when it had before */
export async function end(server: ChildProcess): Promise<number | null | undefined> {
	const ended = once(server, 'exit') as Promise<[number | null]>;
	return server.kill() ? (await ended)[0] : undefined;
}
