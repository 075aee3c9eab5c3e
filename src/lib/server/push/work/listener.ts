/**
 * The end-to-end check: a subscription of the server itself, at a push endpoint on its own loopback, that is sent each
 * update before any reader. When it has not arrived in time, `/healthz?deep` says so.
 */
import { createDecipheriv, createECDH, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { sql, type Kysely } from 'kysely';
import { payload } from '../../../plan/notification.ts';
import type { Schema } from '../../database/schema.ts';
import type { PushSender, Target } from '../sender.ts';
import type { Messages } from './messages.ts';

/** Minutes in which an update must have arrived. */
export const patience = 15;
const mostBytes = 4096;

export class Listener {
	readonly #kysely: Kysely<Schema>;
	readonly #curve = createECDH('prime256v1');
	readonly #auth = randomBytes(16);
	readonly #path = `/${randomBytes(16).toString('base64url')}`;
	readonly #publicKey = this.#curve.generateKeys();
	#server: Server | undefined;

	constructor(kysely: Kysely<Schema>) {
		this.#kysely = kysely;
	}

	async open(): Promise<void> {
		const server = createServer((request, response) => {
			this.#receive(request).then(
				(status) => response.writeHead(status).end(),
				() => response.writeHead(400).end()
			);
		});
		await new Promise<void>((resolve, reject) => {
			server.once('error', reject);
			server.listen(0, '127.0.0.1', resolve);
		});
		server.unref();
		this.#server = server;
	}

	close(): void {
		this.#server?.close();
		this.#server?.closeAllConnections();
	}

	get target(): Target {
		const address = this.#server?.address();
		if (typeof address !== 'object' || address === null) throw new Error('The listener is not open.');
		return {
			endpoint: `http://127.0.0.1:${address.port}${this.#path}`,
			p256dh: this.#publicKey.toString('base64url'),
			auth: this.#auth.toString('base64url')
		};
	}

	/** Sends an update to itself, in the way readers get theirs. What has arrived once is not sent again. */
	async expect(update: number, sender: PushSender, origin: string): Promise<void> {
		const { rows } = await sql<{ id: string; messages: Messages }>`with expected as (
				insert into listener (plan_update) values (${update}) on conflict do nothing)
			select id, messages from plan_update where number = ${update} and state <> 'held' and not exists (
				select from listener where plan_update = ${update} and arrived_at is not null)`.execute(this.#kysely);
		const [row] = rows;
		const [topic] = Object.keys(row?.messages ?? {});
		const said = topic === undefined ? undefined : row?.messages[topic]?.zh;
		if (!row || topic === undefined || !said) return;
		await sender.sendHome(this.target, payload(said, origin, { kind: 'update', update: row.id, topic }), {
			ttl: patience * 60,
			urgency: 'high'
		});
	}

	async #receive(request: IncomingMessage): Promise<number> {
		if (request.method !== 'POST' || request.url !== this.#path) return 404;
		const chunks: Buffer[] = [];
		let bytes = 0;
		for await (const chunk of request as AsyncIterable<Buffer>) {
			bytes += chunk.length;
			if (bytes > mostBytes) return 413;
			chunks.push(chunk);
		}
		const text = decrypt(Buffer.concat(chunks), this.#curve, this.#auth);
		const { notification } = JSON.parse(text) as { notification: { tag: string } };
		await sql`update listener set arrived_at = now() from plan_update
			where plan_update.number = plan_update and id = ${notification.tag} and arrived_at is null`.execute(this.#kysely);
		return 201;
	}
}

/** RFC 8291 for a single record: what a browser does with a push. @throws when it was not meant for these keys */
function decrypt(body: Buffer, curve: ReturnType<typeof createECDH>, auth: Buffer): string {
	const salt = body.subarray(0, 16);
	const start = 21 + body.readUInt8(20);
	const sender = body.subarray(21, start);
	const shared = curve.computeSecret(sender);
	const info = Buffer.concat([Buffer.from('WebPush: info\0'), curve.getPublicKey(), sender]);
	const secret = Buffer.from(hkdfSync('sha256', shared, auth, info, 32));
	const mix = createHmac('sha256', salt).update(secret).digest();
	const derive = (name: string, length: number) =>
		createHmac('sha256', mix).update(`Content-Encoding: ${name}\0\x01`).digest().subarray(0, length);
	const cipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12));
	cipher.setAuthTag(body.subarray(-16));
	const padded = Buffer.concat([cipher.update(body.subarray(start, -16)), cipher.final()]);
	return padded.subarray(0, padded.lastIndexOf(2)).toString('utf8');
}

/** Updates that were queued long ago and have not arrived at any worker's listener; empty when all is well. */
export async function overdue(kysely: Kysely<Schema>): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`select id from plan_update left join listener on plan_update = number
		where state in ('queued', 'sent') and arrived_at is null and noticed_at > now() - interval '7 days'
			and coalesce(expected_at, queued_at) < now() - make_interval(mins => ${sql.lit(patience)})
		order by number`.execute(kysely);
	return rows.map(({ id }) => id);
}
