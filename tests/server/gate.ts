import { connect, createServer, type Socket } from 'node:net';

export interface Gate {
	/** The database behind it. */
	url: string;
	/** What is connected breaks off, and nothing new is taken. */
	shut: () => Promise<void>;
	open: () => Promise<void>;
}

/** A way to a PostgreSQL that can be shut for a while, as when it is restarted, without disturbing who else uses it. */
export async function gateTo(url: string): Promise<Gate> {
	const target = new URL(url);
	const [host, upstreamPort] = [target.hostname, Number(target.port || 5432)];
	const sockets = new Set<Socket>();
	const server = createServer((client) => {
		const upstream = connect(upstreamPort, host);
		client.pipe(upstream).pipe(client);
		for (const socket of [client, upstream]) {
			sockets.add(socket);
			socket
				.on('error', () => undefined)
				.on('close', () => {
					sockets.delete(socket);
					client.destroy();
					upstream.destroy();
				});
		}
	});
	const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
	await listen(0);
	const address = server.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	target.host = `127.0.0.1:${port}`;
	return {
		url: target.href,
		shut: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				for (const socket of sockets) socket.destroy();
			}),
		open: () => listen(port)
	};
}
