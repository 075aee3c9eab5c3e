import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { dataFolder } from '../../data-folder';

export interface Site {
	url: string;
	stop: () => Promise<void>;
}

/** Serves a project's build as `npm start` does; on a port and with a data folder of its own, unless it is told others. */
export async function startSite(project: string, env: Record<string, string> = {}): Promise<Site> {
	if (env.PORT !== undefined) return serve(project, env.PORT, env);
	// Between being found free and being listened on, a port can become another program's.
	for (let tries = 3; ; tries--) {
		try {
			return await serve(project, String(await freePort()), env);
		} catch (error) {
			if (tries === 1) throw error;
		}
	}
}

async function serve(project: string, port: string, env: Record<string, string>): Promise<Site> {
	const data = env.DATA_DIR === undefined ? await dataFolder() : undefined;
	const server = spawn(process.execPath, [join(project, 'src/commands/serve.ts')], {
		env: { ...process.env, PORT: port, HOST: 'localhost', ORIGIN: '', ...(data && { DATA_DIR: data.folder }), ...env },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	try {
		await listening(server);
	} catch (error) {
		await data?.remove();
		throw error;
	}
	return {
		url: `http://localhost:${port}`,
		stop: async () => {
			const ended = once(server, 'exit');
			if (server.kill()) await ended;
			await data?.remove();
		}
	};
}

async function listening(server: ChildProcess): Promise<void> {
	const said = server.stdout ? once(createInterface(server.stdout), 'line') : Promise.resolve();
	const ended = once(server, 'exit').then(() => {
		throw new Error('The server ended before it listened.');
	});
	await Promise.race([said, ended]);
	ended.catch(() => undefined);
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, 'localhost');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	return port;
}
