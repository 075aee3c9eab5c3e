import { isIP } from 'node:net';
import { EnvironmentReader, readServerSettings } from '../lib/server/settings.js';

export { EnvironmentError } from '../lib/server/settings.js';

/**
 * @typedef {object} PageSettings
 * @property {number} port
 * @property {string | undefined} host undefined: every address of this machine
 * @property {string} origin the address that readers have
 * @property {boolean} serviceWorker false: readers' phones are freed from theirs (see retired-worker.js)
 * @typedef {PageSettings & import('../lib/server/settings.js').ServerSettings} Settings
 */

/** @param {string} value */
function readPort(value) {
	const port = Number(value);
	if (/^\d+$/.test(value) && port >= 1 && port <= 65535) return port;
	throw new Error(`PORT is "${value}": it must be a whole number from 1 to 65535.`);
}

/** @param {string} value */
function readHost(value) {
	const name = /^(?!-)[a-z\d-]{1,63}(\.[a-z\d-]{1,63})*$/i;
	if (isIP(value) || (name.test(value) && !/^[\d.]+$/.test(value))) return value;
	throw new Error(`HOST is "${value}": it must be an address or a name of this machine, such as 127.0.0.1.`);
}

/** @param {string} value */
function readOrigin(value) {
	const url = URL.canParse(value) ? new URL(value) : undefined;
	const web = url?.protocol === 'https:' || url?.protocol === 'http:';
	// Compared whole, so that a path, a query or a password is refused rather than dropped.
	if (url && web && url.href === `${url.origin}/` && !/[?#]/.test(value)) return url.origin;
	throw new Error(
		`ORIGIN is "${value}": it must be the site's address without a path, such as https://plan.example.cn.`
	);
}

/** @param {string} value */
function readSwitch(value) {
	if (value === 'on' || value === 'off') return value === 'on';
	throw new Error(`SERVICE_WORKER is "${value}": it must be on or off.`);
}

/**
 * Reads what the server needs to know; an empty value is an absent one.
 * @param {Record<string, string | undefined>} env
 * @returns {Settings}
 */
export function readEnvironment(env) {
	const reader = new EnvironmentReader(env);
	const port = reader.value('PORT', readPort) ?? 4173;
	const host = reader.value('HOST', readHost);
	const origin = reader.value('ORIGIN', readOrigin) ?? `http://localhost:${String(port)}`;
	const serviceWorker = reader.value('SERVICE_WORKER', readSwitch) ?? true;
	const server = readServerSettings(reader);
	reader.done();
	return { port, host, origin, serviceWorker, ...server };
}

/**
 * What a site lacks that was not told its address, in one line; undefined when it was.
 * @param {Record<string, string | undefined>} env
 */
export function originNotice(env) {
	if (env.ORIGIN) return undefined;
	return 'ORIGIN is not set: shared links, QR codes, previews and feeds lead to http://localhost:4173, which only this machine opens. For a public site: ORIGIN=https://plan.example.org npm start';
}
