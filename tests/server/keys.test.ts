import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KeysProblem } from '../../src/lib/server/push/key-file.ts';
import { readKeys, tieKeys } from '../../src/lib/server/push/keys.ts';
import { Vault } from '../../src/lib/server/push/vault.ts';
import { onBothDatabases, placeInFolder, type Place } from './database-under-test.ts';

const target = { endpoint: 'https://fcm.googleapis.com/fcm/send/x', p256dh: 'BPub', auth: 'auth' };

describe('the vault', () => {
	const vault = new Vault(Buffer.alloc(32, 1));

	it('gives back what it was given, and shows nothing of it', () => {
		const sealed = vault.seal(target, 'a');
		expect(vault.open(sealed, 'a')).toEqual(target);
		expect(sealed.toString('latin1')).not.toContain('googleapis');
		expect(vault.seal(target, 'a')).not.toEqual(sealed);
	});

	it('opens nothing for another subscription, with another key, or after a change', () => {
		const sealed = vault.seal(target, 'a');
		expect(() => vault.open(sealed, 'b')).toThrow();
		expect(() => new Vault(Buffer.alloc(32, 2)).open(sealed, 'a')).toThrow();
		for (const at of [0, 5, 20, sealed.length - 1]) {
			const changed = Buffer.from(sealed);
			changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
			expect(() => vault.open(changed, 'a')).toThrow();
		}
		expect(() => vault.open(sealed.subarray(0, 20), 'a')).toThrow();
	});

	it('names updates to push services without telling them', () => {
		expect(vault.opaque('2022-04-25-gdp')).toMatch(/^[\w-]{32}$/);
		expect(vault.opaque('a')).not.toBe(vault.opaque('b'));
	});
});

describe('the keys', () => {
	let place: Place & { settings: { folder: string } };
	beforeAll(async () => {
		place = await placeInFolder();
	});
	afterAll(() => place.remove());
	const fresh = () => join(place.settings.folder, randomUUID());

	it('are made once, for this user alone, and stay the same', async () => {
		const folder = fresh();
		const first = await readKeys(folder);
		expect(await readKeys(folder)).toEqual(first);
		expect(Buffer.from(first.vapid.publicKey, 'base64url')).toHaveLength(65);
		for (const file of ['vapid.json', 'endpoint.key']) {
			await chmod(join(folder, file), 0o644);
			await readKeys(folder);
			expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600);
		}
	});

	it('are the same for all who start together, and nothing else is left behind', async () => {
		const folder = fresh();
		const all = await Promise.all(Array.from({ length: 8 }, () => readKeys(folder)));
		expect(new Set(all.map(({ vapid, vault }) => `${vapid.privateKey} ${vault.fingerprint}`)).size).toBe(1);
		expect((await readdir(folder)).sort()).toEqual(['endpoint.key', 'vapid.json']);
	});

	const pair = async () => JSON.parse(await readFile(join(fresh1, 'vapid.json'), 'utf8')) as Record<string, string>;
	let fresh1 = '';
	it.each([
		['empty', () => ''],
		['cut off', () => '{"publicKey":"BA'],
		['something else', () => '{}'],
		['no key', async () => JSON.stringify({ ...(await pair()), privateKey: 'AAAA' })],
		[
			'of two pairs',
			async () => JSON.stringify({ ...(await pair()), publicKey: (await readKeys(fresh())).vapid.publicKey })
		]
	])('stop the start when the file is %s, and stay as they are', async (_what, content) => {
		fresh1 = fresh();
		await readKeys(fresh1);
		const wrong = await content();
		await writeFile(join(fresh1, 'vapid.json'), wrong);
		await expect(readKeys(fresh1)).rejects.toThrow(KeysProblem);
		await expect(readKeys(fresh1)).rejects.toThrow('vapid.json');
		expect(await readFile(join(fresh1, 'vapid.json'), 'utf8')).toBe(wrong);
	});

	it('stop the start when the file can’t be read, or the key has another length', async () => {
		const folder = fresh();
		await mkdir(join(folder, 'vapid.json'), { recursive: true });
		await expect(readKeys(folder)).rejects.toThrow('EISDIR');
		const other = fresh();
		await readKeys(other);
		await writeFile(join(other, 'endpoint.key'), 'c2hvcnQ\n');
		await expect(readKeys(other)).rejects.toThrow('endpoint.key');
	});

	it('may come from the environment, and no file is made then', async () => {
		const { vapid } = await readKeys(fresh());
		const folder = fresh();
		expect((await readKeys(folder, { vapid, endpointKey: Buffer.alloc(32) })).vapid).toEqual(vapid);
		await expect(stat(folder)).rejects.toThrow('ENOENT');
		const { vapid: another } = await readKeys(fresh());
		const mixed = { ...vapid, privateKey: another.privateKey };
		await expect(readKeys(folder, { vapid: mixed })).rejects.toThrow('VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY');
	});
});

onBothDatabases('keys and the database', (database) => {
	it('may change as long as nobody has subscribed, and not afterwards', async () => {
		const { kysely } = database();
		const place = await placeInFolder();
		const [first, second] = [
			await readKeys(join(place.settings.folder, '1')),
			await readKeys(join(place.settings.folder, '2'))
		];
		await tieKeys(first, kysely);
		await tieKeys(second, kysely);

		const id = randomUUID();
		await kysely
			.insertInto('subscription')
			.values({
				id,
				secret_hash: Buffer.of(1),
				endpoint_hash: second.vault.endpointHash(target.endpoint),
				target: second.vault.seal(target, id),
				host: 'fcm.googleapis.com',
				locale: 'zh',
				frequency: 'immediate',
				time_zone: 'Asia/Shanghai',
				state: 'active',
				activation_hash: null,
				warned: null
			})
			.execute();
		await tieKeys(second, kysely);
		await expect(tieKeys(first, kysely)).rejects.toThrow('VAPID key');
		await expect(tieKeys({ ...first, vapid: second.vapid }, kysely)).rejects.toThrow('endpoint key');
		await place.remove();
	});
});
