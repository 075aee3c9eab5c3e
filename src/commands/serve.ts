import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { completeHeaders } from './answer.ts';
import { serveElder } from './elder.ts';
import { EnvironmentError, originNotice, readEnvironment, type Settings } from './environment.js';
import { listenProblem, localAddress } from './listening.js';
import { inProject } from './project.js';
import { answerRedirect, readMoved } from './redirect.ts';
import { retiredWorker } from './retired-worker.js';
import { endOnSignal } from './shutdown.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** The app as it was built. It reads ORIGIN while it loads, and would guess https without it. */
async function loadApp(origin: string): Promise<Handler> {
	const app = inProject('build', 'handler.js');
	if (!existsSync(app)) fail('There is no build yet: npm start makes one.');
	process.env.ORIGIN = origin;
	try {
		const { handler } = (await import(pathToFileURL(app).href)) as { handler: Handler };
		return handler;
	} catch (error) {
		// What the app can't start with is a sentence for the operator; anything else is a mistake of ours.
		if (error instanceof Error && ['FolderInUse', 'KeysProblem'].includes(error.name)) fail(error.message);
		throw error;
	}
}

function settingsFromEnvironment(): Settings {
	try {
		return readEnvironment(process.env);
	} catch (error) {
		if (error instanceof EnvironmentError) fail(error.message);
		throw error;
	}
}

function fail(sentence: string): never {
	console.error(sentence);
	process.exit(1);
}

const settings = settingsFromEnvironment();
// Before the app is given one.
const notice = originNotice(process.env);
const handler = await loadApp(settings.origin);
const moved = readMoved();

const server = createServer((request, response) => {
	completeHeaders(request, response, settings.origin);
	if (!settings.serviceWorker && request.url === '/service-worker.js') {
		response.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-store' }).end(retiredWorker);
		return;
	}
	if (answerRedirect(request, response, moved)) return;
	serveElder(request, response);
	handler(request, response);
});
endOnSignal(server);
server.once('error', (error) => fail(listenProblem(error, settings)));
server.listen({ port: settings.port, host: settings.host }, () => {
	const local = localAddress(settings);
	console.log(`看懂金华 Kandong: ${local}` + (settings.origin === local ? '' : `, for ${settings.origin}`));
	if (notice) console.warn(notice);
});
