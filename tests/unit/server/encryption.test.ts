import { createECDH, randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ece from 'http_ece';
import { expect, test, vi } from 'vitest';
import { encryption, Encryption, EncryptionEnded } from '../../../src/lib/server/push/encryption.ts';

function device() {
	const privateKey = createECDH('prime256v1');
	const p256dh = privateKey.generateKeys('base64url');
	const auth = randomBytes(16).toString('base64url');
	return {
		keys: { p256dh, auth },
		read: (body: Uint8Array) =>
			ece.decrypt(Buffer.from(body), { version: 'aes128gcm', privateKey, authSecret: auth }).toString()
	};
}

test('each device reads its own message, however many go to the thread together', async () => {
	const devices = Array.from({ length: 50 }, device);
	const bodies = await Promise.all(
		devices.map(({ keys }, at) => encryption.encrypt({ ...keys, payload: `高新技术企业 ${at}` }))
	);
	expect(bodies.map((body, at) => devices[at]?.read(body))).toEqual(devices.map((_, at) => `高新技术企业 ${at}`));
});

test('a key that never was a subscription’s is told, and those beside it are encrypted', async () => {
	const { keys, read } = device();
	const [before, wrong, short, after] = await Promise.allSettled([
		encryption.encrypt({ ...keys, payload: 'before' }),
		encryption.encrypt({ ...keys, p256dh: 'AAAA', payload: 'x' }),
		encryption.encrypt({ ...keys, auth: 'AAAA', payload: 'x' }),
		encryption.encrypt({ ...keys, payload: 'after' })
	]);
	expect(wrong).toMatchObject({ reason: { message: expect.stringContaining('65 bytes') as string } });
	expect(short).toMatchObject({ reason: { message: expect.stringContaining('16') as string } });
	expect([before, after].map((result) => result.status === 'fulfilled' && read(result.value))).toEqual([
		'before',
		'after'
	]);
});

test('a thread that breaks off loses nothing silently, and another follows it', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'kandong-'));
	const file = join(folder, 'thread.mjs');
	await writeFile(
		file,
		`import { parentPort } from 'node:worker_threads';
		parentPort.on('message', (batch) => {
			if (batch.some(({ payload }) => payload === 'break')) throw new Error('out of order');
			parentPort.postMessage(batch.map(({ payload }) => new TextEncoder().encode(payload)));
		});`
	);
	const log = vi.fn();
	const breaking = new Encryption(file, log);
	const { keys } = device();
	const results = await Promise.allSettled(['one', 'break'].map((payload) => breaking.encrypt({ ...keys, payload })));
	expect(results.map((result) => result.status === 'rejected' && result.reason instanceof EncryptionEnded)).toEqual([
		true,
		true
	]);
	expect(log.mock.calls).toEqual([['alarm', 'the thread that encrypts broke off', { error: 'Error: out of order' }]]);
	expect(Buffer.from(await breaking.encrypt({ ...keys, payload: 'two' })).toString()).toBe('two');
	await rm(folder, { recursive: true });
});
