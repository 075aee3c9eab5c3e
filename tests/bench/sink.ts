/** A push service that takes everything: what is measured is the sender. A process of its own, as it is in life. */
import { createServer } from 'node:https';
import process from 'node:process';

const [key, cert] = process.argv.slice(2);
const server = createServer({ key, cert, keepAliveTimeout: 60_000 }, (request, response) => {
	request.resume().once('end', () => response.writeHead(201).end());
});
server.listen(0, '127.0.0.1', () => {
	const address = server.address();
	process.send?.(typeof address === 'object' && address ? address.port : 0);
});
