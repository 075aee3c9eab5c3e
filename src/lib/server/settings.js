/**
 * What push needs to know of the environment. Plain JavaScript without packages: `npm start` reads it with whatever Node
 * there is, before anything is installed.
 */
import { isIP } from 'node:net';
import { resolve } from 'node:path';

/**
 * @typedef {object} ServerSettings
 * @property {string} folder the data folder: keys, and the embedded database
 * @property {string | undefined} databaseUrl a PostgreSQL; undefined: the embedded database
 * @property {string | undefined} vapidSubject who answers for pushes; undefined: the site
 * @property {{ publicKey: string, privateKey: string } | undefined} vapid undefined: the pair in the data folder
 * @property {Uint8Array | undefined} endpointKey undefined: the key in the data folder
 * @property {string[]} pushHosts hosts of push services beside the built-in ones: host, host:port, *.host
 * @property {string | undefined} metricsToken undefined: metrics are for this machine only
 */

/** Something in the environment that the start must not go on with; each problem is a sentence that names the value. */
export class EnvironmentError extends Error {
	/** @param {string[]} problems */
	constructor(problems) {
		super(problems.join('\n'));
		this.name = 'EnvironmentError';
	}
}

/** Reads values and collects what is wrong with them, so that all of it is said at once. An empty value is an absent one. */
export class EnvironmentReader {
	/** @type {string[]} */
	#problems = [];
	#env;

	/** @param {Record<string, string | undefined>} env */
	constructor(env) {
		this.#env = env;
	}

	/**
	 * @template T
	 * @param {string} name
	 * @param {(value: string) => T} read throws with a sentence that names the value
	 * @returns {T | undefined}
	 */
	value(name, read) {
		const given = this.#env[name]?.trim();
		if (!given) return undefined;
		try {
			return read(given);
		} catch (error) {
			this.problem(error instanceof Error ? error.message : String(error));
			return undefined;
		}
	}

	/** @param {string} sentence */
	problem(sentence) {
		this.#problems.push(sentence);
	}

	/** @throws {EnvironmentError} */
	done() {
		if (this.#problems.length > 0) throw new EnvironmentError(this.#problems);
	}
}

/** @param {string} value */
function readDatabaseUrl(value) {
	if (URL.canParse(value) && ['postgres:', 'postgresql:'].includes(new URL(value).protocol)) return value;
	// Without the value, in which a password may stand.
	throw new Error('DATABASE_URL must be the address of a PostgreSQL, such as postgres://user:password@host:5432/name.');
}

/** @param {string} value */
function readSubject(value) {
	const url = URL.canParse(value) ? new URL(value) : undefined;
	const mail = url?.protocol === 'mailto:' && /^[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+$/.test(url.pathname);
	// Apple refuses every push of a server whose subject is not a real one.
	const site = url?.protocol === 'https:' && url.hostname.includes('.');
	if ((mail || site) && !/[\s<>]/.test(value)) return value;
	throw new Error(
		`VAPID_SUBJECT is "${value}": it must be a mailto: or https: address that push services can turn to.`
	);
}

/**
 * @param {string} name
 * @param {number} length in bytes
 */
function readBytes(name, length) {
	return (/** @type {string} */ value) => {
		const bytes = Buffer.from(value, 'base64url');
		if (bytes.length === length && bytes.toString('base64url') === value) return bytes;
		throw new Error(`${name} must be ${String(length)} bytes in base64url.`);
	};
}

/** @param {EnvironmentReader} reader */
function readVapid(reader) {
	const publicKey = reader.value('VAPID_PUBLIC_KEY', readBytes('VAPID_PUBLIC_KEY', 65));
	const privateKey = reader.value('VAPID_PRIVATE_KEY', readBytes('VAPID_PRIVATE_KEY', 32));
	if (!publicKey && !privateKey) return undefined;
	if (publicKey && privateKey)
		return { publicKey: publicKey.toString('base64url'), privateKey: privateKey.toString('base64url') };
	reader.problem('VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY must be given both, or neither.');
	return undefined;
}

/** @param {string} value */
function readPushHosts(value) {
	const entries = value.split(',').map((entry) => entry.trim());
	const wrong = entries.find((entry) => !isPushHost(entry));
	if (wrong === undefined) return entries;
	throw new Error(
		`PUSH_HOSTS has "${wrong}": it must be hosts separated by commas, such as push.example.cn, push.example.cn:8443 or *.push.example.cn.`
	);
}

/** @param {string} entry */
function isPushHost(entry) {
	const wildcard = entry.startsWith('*.');
	const host = wildcard ? entry.slice(2) : entry;
	const url = URL.canParse(`https://${host}/`) ? new URL(`https://${host}/`) : undefined;
	// Compared whole: what a URL would write otherwise (upper case, IDN, port 443, a path) would match no endpoint.
	if (url?.host !== host || url.hostname.endsWith('.')) return false;
	const address = url.hostname.replace(/^\[|\]$/g, '');
	// By address only this machine itself: a public service has a name, and nothing else may be reached.
	if (isIP(address)) return !wildcard && (address === '::1' || address.startsWith('127.'));
	return url.hostname === 'localhost' ? !wildcard : url.hostname.includes('.') && !(wildcard && url.port);
}

/** @param {string} value */
function readToken(value) {
	if (/^[\x21-\x7e]{16,}$/.test(value)) return value;
	throw new Error('METRICS_TOKEN must have at least 16 letters, digits or signs and no spaces.');
}

/**
 * @param {EnvironmentReader} reader
 * @returns {ServerSettings}
 */
export function readServerSettings(reader) {
	return {
		folder: resolve(reader.value('DATA_DIR', (value) => value) ?? 'data'),
		databaseUrl: reader.value('DATABASE_URL', readDatabaseUrl),
		vapidSubject: reader.value('VAPID_SUBJECT', readSubject),
		vapid: readVapid(reader),
		endpointKey: reader.value('ENDPOINT_KEY', readBytes('ENDPOINT_KEY', 32)),
		pushHosts: reader.value('PUSH_HOSTS', readPushHosts) ?? [],
		metricsToken: reader.value('METRICS_TOKEN', readToken)
	};
}
