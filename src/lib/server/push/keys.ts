import { createECDH, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { keyFile, KeysProblem } from './key-file.ts';
import { Vault } from './vault.ts';

/** The pair by which push services know this server, in base64url: a point of P-256 (65 bytes) and its number (32). */
export interface VapidPair {
	publicKey: string;
	privateKey: string;
}

export interface GivenKeys {
	vapid?: VapidPair | undefined;
	/** 32 bytes; see `vault.ts`. */
	endpointKey?: Uint8Array | undefined;
}

export interface Keys {
	vapid: VapidPair;
	vault: Vault;
}

/**
 * The server's keys: those of the environment, else those in the data folder, where they are made once.
 * @throws {KeysProblem} when some are there and can't be used
 */
export async function readKeys(folder: string, given: GivenKeys = {}): Promise<Keys> {
	const vapid = given.vapid ? givenPair(given.vapid) : await keyFile(join(folder, 'vapid.json'), newPair, readPair);
	const key = given.endpointKey ?? (await keyFile(join(folder, 'endpoint.key'), newKey, readKey));
	return { vapid, vault: new Vault(key) };
}

/**
 * Ties the keys to the database: with others than its rows were made with, none of them could be reached or read.
 * @throws {KeysProblem} when they are others
 */
export async function tieKeys({ vapid, vault }: Keys, kysely: Kysely<Schema>): Promise<void> {
	const ties: { name: string; value: string; which: string; of: ('subscription' | 'report')[] }[] = [
		{
			name: 'vapid public key',
			value: vapid.publicKey,
			which: 'VAPID key (vapid.json or VAPID_PUBLIC_KEY)',
			of: ['subscription']
		},
		{
			name: 'endpoint key',
			value: vault.fingerprint,
			which: 'endpoint key (endpoint.key or ENDPOINT_KEY)',
			of: ['subscription', 'report']
		}
	];
	await kysely.transaction().execute(async (transaction) => {
		const some = async (table: 'subscription' | 'report') =>
			(await transaction.selectFrom(table).select('number').limit(1).executeTakeFirst()) !== undefined;
		const used = { subscription: await some('subscription'), report: await some('report') };
		for (const { name, value, which, of } of ties) {
			await transaction
				.insertInto('setting')
				.values({ name, value })
				.onConflict((conflict) => conflict.column('name').doNothing())
				.execute();
			const kept = await transaction
				.selectFrom('setting')
				.select('value')
				.where('name', '=', name)
				.executeTakeFirstOrThrow();
			if (kept.value === value) continue;
			if (of.some((table) => used[table])) throw new KeysProblem(strange(which));
			// Nobody depends on the old one.
			await transaction.updateTable('setting').set({ value }).where('name', '=', name).execute();
		}
	});
}

function strange(which: string): string {
	return (
		`What the database holds of readers was made with another ${which}, and can't be used with this one: ` +
		`put the old one back. If it is lost for good, start with an empty database; readers' phones subscribe again.`
	);
}

function newPair(): string {
	const curve = createECDH('prime256v1');
	// The usual form of the private number has all its 32 bytes; rarely it is shorter, and some libraries refuse that.
	do curve.generateKeys();
	while (curve.getPrivateKey().length !== 32);
	const pair: VapidPair = {
		publicKey: curve.getPublicKey('base64url'),
		privateKey: curve.getPrivateKey('base64url')
	};
	return `${JSON.stringify(pair, undefined, '\t')}\n`;
}

function readPair(content: string): VapidPair {
	const pair: unknown = JSON.parse(content);
	if (typeof pair !== 'object' || pair === null || !('publicKey' in pair) || !('privateKey' in pair))
		throw new Error('it has no publicKey and privateKey');
	return checkedPair(String(pair.publicKey), String(pair.privateKey));
}

function givenPair({ publicKey, privateKey }: VapidPair): VapidPair {
	try {
		return checkedPair(publicKey, privateKey);
	} catch (error) {
		throw new KeysProblem(`VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY can't be used: ${(error as Error).message}.`);
	}
}

/** @throws when the two don't belong together */
function checkedPair(publicKey: string, privateKey: string): VapidPair {
	const curve = createECDH('prime256v1');
	try {
		curve.setPrivateKey(privateKey, 'base64url');
	} catch {
		throw new Error('the private key is none of P-256');
	}
	if (curve.getPublicKey('base64url') !== publicKey)
		throw new Error('the public key does not belong to the private key');
	return { publicKey, privateKey };
}

function newKey(): string {
	return `${randomBytes(32).toString('base64url')}\n`;
}

/** @throws when it isn't one */
function readKey(content: string): Uint8Array {
	const key = Buffer.from(content.trim(), 'base64url');
	if (key.length !== 32 || key.toString('base64url') !== content.trim())
		throw new Error('it is not 32 bytes in base64url');
	return key;
}
